import type { DriftReport } from '../drift/drift-report.js';
import type { Recording } from '../recording.js';

/** A proxy that records what passes through it. */
export interface Recorder {
  /** The base URL for a client, without a slash at its end. */
  readonly url: string;
  /** What was recorded until now, secrets masked, in the order of the first answers. */
  readonly recordings: readonly Recording[];
  /** Where the answers until now differ from the catalogue. */
  drift(): readonly DriftReport[];
  /** Stops it and frees its port, once what is under way has ended (a second at most) and is written. */
  close(): Promise<void>;
  /** The same, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}
