import { describeStatus } from '@streamone/core/statuses';
import type { ActionResult } from '../actions/action-handler.js';

/** The zone that a refusal names while nobody is known: the platform's own (inferred from captured exchanges). */
export const PLATFORM_ZONE = 'Europe/Amsterdam';

/** Writes a success: `{ header, body }`. Source: captured exchanges, observed. */
export function writeSuccess({ body, count, cacheable = false }: ActionResult<unknown>, timezone: string): string {
  const header =
    count === undefined
      ? { status: 0, statusmessage: 'OK', apiversion: 3, cacheable, timezone }
      : { status: 0, statusmessage: 'OK', apiversion: 3, cacheable, count, timezone };
  return JSON.stringify({ header, body });
}

/**
 * Writes a refusal. The platform's own texts are not known, so the message is the meaning of the
 * status (inferred), and the body is null (inferred).
 */
export function writeRefusal(status: number, timezone: string, explanation?: string): string {
  const header = {
    status,
    statusmessage: describeStatus(status).meaning,
    apiversion: 3,
    cacheable: false,
    timezone,
    ...(explanation !== undefined && { explanation }),
  };
  return JSON.stringify({ header, body: null });
}
