import { statusRow } from './status-row.js';
import type { StatusKind } from './status-table.js';

/**
 * Whether the same request may succeed if it is sent again: never as it is; once the clock is
 * right, with a new timestamp; after a wait; or later, when the platform is itself again.
 */
export type RetryAdvice = 'never' | 'with-right-clock' | 'after-wait' | 'later';

const byKind: Readonly<Partial<Record<StatusKind, RetryAdvice>>> = {
  'clock-skew': 'with-right-clock',
  'rate-limited': 'after-wait',
  'read-only': 'later',
  internal: 'later',
};

/**
 * What to do with a request that was answered by this status. It speaks of the request as it is: a
 * write that failed inside the platform (`later`) may have been carried out. `never` for an unknown code.
 */
export function retryAdvice(code: number): RetryAdvice {
  return byKind[statusRow(code).kind] ?? 'never';
}
