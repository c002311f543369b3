import type { StepName } from '../answer/progress.js';
import type { Explanation } from '../explain/explanation.js';
import type { FaultOptions } from '../faults/fault.js';

/** One step of what a request of the API goes through. */
export interface VerificationStep {
  readonly name: StepName;
  readonly result: 'passed' | 'failed' | 'not reached';
  /** What was found, as which key the signature was checked with (never the key itself); why it failed. */
  readonly detail?: string;
}

/** One request in the journal, with every secret masked. Can be written as JSON as it is. */
export interface JournalEntry {
  /** Counts up from 1, also past {@link Journal.clear}. */
  readonly id: number;
  /** When it came, by the server's clock. */
  readonly time: Date;
  readonly method: string;
  /** The path as received, without the query. */
  readonly path: string;
  /** As `item`, where the path was of the API; as `upload` for what is beside it. */
  readonly command: string | undefined;
  /** As `view`. */
  readonly action: string | undefined;
  /** Who the request says it is from, believed or not. */
  readonly actor: { readonly type: 'user' | 'application'; readonly id: string } | undefined;
  /** The parameters of the query string, the signature masked. */
  readonly parameters: { readonly [name: string]: unknown };
  /** The arguments of the body as text, secret ones masked; nested where a name had brackets. */
  readonly arguments: { readonly [name: string]: unknown };
  /** The status of the API; `undefined` where the answer was not one of the API. */
  readonly status: number | undefined;
  /** As `ITEM_NOT_FOUND`. */
  readonly statusName: string | undefined;
  readonly httpStatus: number;
  /** How long it took to answer, in milliseconds, without the network. */
  readonly durationMs: number;
  /** The fault that was ordered for it, if one happened. */
  readonly fault?: FaultOptions;
  /** Set where the answer was made up from the action's declaration, for want of a handler. */
  readonly generated?: true;
  /**
   * Where the answer of a handler that the server was given contradicts what its action declares, in words, as
   * `[0].name should be String and is a number`. The client gets the answer all the same.
   */
  readonly mismatches?: readonly string[];
  /** Why it was refused, if it was: with a status of the API, or (`status` is undefined) by HTTP alone. */
  readonly explanation?: Explanation;
  /** What it went through, in order; empty for what is beside the API. */
  readonly verification: readonly VerificationStep[];
  /** The string that the server expects to be signed, the values of secret arguments masked. */
  readonly stringToSign?: string;
}
