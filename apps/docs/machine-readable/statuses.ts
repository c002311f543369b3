import {
  type RetryAdvice,
  type StatusDescription,
  describeStatus,
  retryAdvice,
  statusTable,
} from '@streamone/core/statuses';

/** A status with what a client does about it. */
export interface ListedStatus extends StatusDescription {
  /** Whether the same request may succeed if it is sent again. */
  readonly retry: RetryAdvice;
}

/** A status by its code. */
export function listedStatus(code: number): ListedStatus {
  return { ...describeStatus(code), retry: retryAdvice(code) };
}

/** Every known status, by code. */
export const statuses: readonly ListedStatus[] = statusTable.map(([code]) => listedStatus(code));
