import type { Refusal } from '../answer/refusal.js';
import type { FaultOptions } from '../faults/fault.js';
import type { Route } from '../answer/route.js';

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
  readonly refusal: Refusal | undefined;
  readonly fault: FaultOptions | undefined;
  readonly generated: boolean;
  readonly httpStatus: number;
  readonly durationMs: number;
}
