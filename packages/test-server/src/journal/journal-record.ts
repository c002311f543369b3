import type { Progress } from '../answer/progress.js';
import type { Route } from '../answer/route.js';
import type { Explanation } from '../explain/explanation.js';
import type { FaultOptions } from '../faults/fault.js';
import type { JournalNote } from './journal-note.js';

/** What the journal keeps of a request: what is at hand anyway. The view of it is made when somebody looks. */
export interface JournalRecord {
  readonly id: number;
  /** By the server's clock, in milliseconds. */
  readonly time: number;
  readonly method: string;
  readonly target: string;
  readonly body: string;
  readonly route: Route | undefined;
  readonly status: number | undefined;
  /** Tells why it was refused, if it was. */
  readonly explain: (() => Explanation) | undefined;
  /** How far it got, for requests of the API. */
  readonly progress: Progress | undefined;
  readonly fault: FaultOptions | undefined;
  readonly generated: boolean;
  readonly httpStatus: number;
  readonly durationMs: number;
  /** What was told of a request that is not one of the API. */
  readonly note: JournalNote | undefined;
}
