import { lookInside } from '../gateway/look-inside.js';
import type { LogEvent } from '../options/log-event.js';
import type { ObservedCall } from './observe-call.js';
import { tell } from './tell.js';
import { toldError } from './told-error.js';

/** A file on its way, beside the calls. */
export interface ObservedTransfer extends ObservedCall {
  /** How many bytes the file has. */
  readonly bytes: number;
}

/** How far it came, noted by who sends it. */
export interface TransferNotes {
  /** Which attempt it is, from 1. */
  attempt: number;
  /** How many bytes of the file were handed to the network. */
  bytes: number;
  /** Another attempt is made. @param delay how long is waited before it, in milliseconds */
  again(delay: number, error: unknown): void;
}

/** Sends a file, and tells the log of its client and the runtime of its begin and its end, as of a call's. */
export async function observeTransfer<T>(
  client: unknown,
  { bytes, ...about }: ObservedTransfer,
  run: (notes: TransferNotes) => Promise<T>,
): Promise<T> {
  const { options } = lookInside(client);
  const told = (event: LogEvent): void => tell(options, event);
  const notes: TransferNotes = {
    attempt: 0,
    bytes: 0,
    again: (delay, error) =>
      told({ type: 'retry', ...about, attempt: notes.attempt, delay, reason: toldError(error).message }),
  };
  const started = performance.now();
  const end = (): Extract<LogEvent, { type: 'end' }> => {
    const { attempt, bytes: sent } = notes;
    return { type: 'end', ...about, attempt, cached: false, bytes: sent, duration: performance.now() - started };
  };
  told({ type: 'start', ...about, attempt: 0, bytes });
  try {
    const result = await run(notes);
    told(end());
    return result;
  } catch (error) {
    told({ ...end(), error: toldError(error) });
    throw error;
  }
}
