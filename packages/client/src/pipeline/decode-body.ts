import { MismatchError, type Mismatch } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import type { ReportedMismatch } from '../options/client-options.js';
import type { ResolvedOptions } from '../options/resolve-options.js';
import type { CallResponse } from '../call/call.js';

/**
 * Reads the body of a response by the action's declaration. What contradicts it is left as it was
 * sent and reported.
 *
 * @throws MismatchError where the client is strict.
 */
export function decodeBody(action: Action, answer: CallResponse<unknown>, options: ResolvedOptions): unknown {
  const { command, action: name } = action;
  const { header, body, requestId, attempts } = answer;
  const mismatches: Mismatch[] = [];
  // A cache may have kept the very objects that were parsed.
  const own = options.cache === undefined;
  const decoded = action.output.read(body, { timezone: header.timezone, mismatches, own });
  const [first, ...others] = mismatches;
  if (first === undefined) return decoded;
  for (const mismatch of mismatches) report({ ...mismatch, command, action: name, requestId }, options);
  if (options.strict === true) {
    throw new MismatchError({ command, action: name, requestId, attempts, mismatches: [first, ...others] });
  }
  return decoded;
}

/** Tells of it. As with the log, what the listener throws must not break the call. */
function report(mismatch: ReportedMismatch, { onMismatch }: ResolvedOptions): void {
  try {
    onMismatch?.(mismatch);
  } catch {
    // The call itself is well.
  }
}
