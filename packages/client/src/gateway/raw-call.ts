import { open } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import type { CallResponse } from '../call/call.js';
import { startCall } from '../call/start-call.js';
import type { CallOptions } from '../options/client-options.js';
import { lookInside } from './look-inside.js';

/** A call whose arguments are written already, and whose answer stays as it was sent. */
export interface RawCall {
  readonly action: Action;
  /** As on the wire; `null` is sent empty. */
  readonly arguments: Readonly<Record<string, string | null>>;
  readonly options: CallOptions;
}

/**
 * Makes a call as a client does (signing, retries, cache, session), but neither checks arguments by the catalogue
 * nor decodes the body: whoever is called for does both by a catalogue of their own.
 *
 * @throws what any call does
 */
export async function rawCall(
  client: unknown,
  { action, arguments: args, options }: RawCall,
): Promise<CallResponse<unknown>> {
  const inside = lookInside(client);
  const asSent: Action = { ...action, arguments: {}, openArguments: true, output: open(), paged: false };
  return startCall(inside.options, inside.family, { action: asSent, args, given: options, strict: true }).response();
}
