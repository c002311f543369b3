import { describeStatus } from '@streamone/core/statuses';
import type { ActionResult } from '../actions/action-handler.js';

/** The zone that a refusal names while nobody is known: the platform's own (inferred from captured exchanges). */
export const PLATFORM_ZONE = 'Europe/Amsterdam';

/** What a header tells of the request, whatever the answer is. */
export interface HeaderContext {
  /** IANA zone of the dates. */
  readonly timezone: string;
  /** Seconds until the session ends; for requests of a session only. */
  readonly sessiontimeout: number | undefined;
}

/** Writes a success: `{ header, body }`. Source: captured exchanges, observed, the order of the fields too. */
export function writeSuccess(result: ActionResult<unknown>, { timezone, sessiontimeout }: HeaderContext): string {
  const { body, count, cacheable = false } = result;
  const header =
    count === undefined && sessiontimeout === undefined
      ? { status: 0, statusmessage: 'OK', apiversion: 3, cacheable, timezone }
      : { status: 0, statusmessage: 'OK', apiversion: 3, cacheable, count, sessiontimeout, timezone };
  return JSON.stringify({ header, body });
}

/**
 * Writes a refusal. The platform's own texts are not known, so the message is the meaning of the
 * status (inferred), and the body is null (inferred).
 */
export function writeRefusal(
  status: number,
  { timezone, sessiontimeout }: HeaderContext,
  explanation?: string,
): string {
  const header = {
    status,
    statusmessage: describeStatus(status).meaning,
    apiversion: 3,
    cacheable: false,
    ...(sessiontimeout !== undefined && { sessiontimeout }),
    timezone,
    ...(explanation !== undefined && { explanation }),
  };
  return JSON.stringify({ header, body: null });
}
