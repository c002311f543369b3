import type { Action } from '@streamone/core/catalogue';
import type { Caller } from './authenticate.js';
import type { Parameters } from './parameters.js';
import type { RequestScope } from './request-scope.js';

/**
 * What a request goes through, in this order. `request` is what HTTP alone shows (method, path,
 * sizes), `answer` the action itself.
 */
export type StepName =
  | 'request'
  | 'parameters'
  | 'actor'
  | 'session'
  | 'signature'
  | 'timestamp'
  | 'timezone'
  | 'action'
  | 'read-only'
  | 'scope'
  | 'rights'
  | 'arguments'
  | 'answer';

/**
 * How far a request got, and what was found on the way: noted while it is answered, told when
 * somebody looks. Records of the state are replaced and never changed, so these stay what they were.
 */
export interface Progress {
  /** The step that it is in, or ended in. */
  step: StepName;
  /** Once they are read. */
  parameters: Parameters | undefined;
  /** Who it claims to be from; to be believed once the step is past `signature`. */
  caller: Caller | undefined;
  /** Once it is found. */
  action: Action | undefined;
  /** Once it is found. */
  scope: RequestScope | undefined;
  /** Where the answer of a handler that the server was given contradicts its declaration, in words. */
  mismatches?: readonly string[];
}

/** The progress of a request that has just come. */
export function noProgress(): Progress {
  return { step: 'request', parameters: undefined, caller: undefined, action: undefined, scope: undefined };
}
