import type { FaultOptions } from '../faults/fault.js';
import type { Progress } from './progress.js';
import type { RawRequest } from './raw-request.js';
import type { Refusal } from './refusal.js';
import type { Route } from './route.js';

/** One request on its way through the server, and what became of it. */
export interface Exchange {
  readonly request: RawRequest;
  /** The server's clock when it came, in milliseconds. */
  readonly time: number;
  /** Where its path leads, once that is known. */
  route: Route | undefined;
  /** IANA zone of its dates, once that is known. */
  timezone: string;
  /** ID of the session that it is in, once its signature was found right. */
  session: string | undefined;
  /** The status of the API; `undefined` where the answer is not one of the API. */
  status: number | undefined;
  /** Why it was refused, if it was. */
  refusal: Refusal | undefined;
  /** The fault that was ordered for it, if one happened. */
  fault: FaultOptions | undefined;
  /** Whether the answer was made up from the action's declaration. */
  generated: boolean;
  /** How far it got. */
  readonly progress: Progress;
}
