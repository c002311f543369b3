import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { Arguments } from './arguments.js';

/** One request to the API, before it is signed. */
export interface ApiRequest {
  /** The entity, as `item`. */
  readonly command: string;
  /** What to do with it, as `view`. */
  readonly action: string;
  /** The action's own input. */
  readonly arguments?: Arguments | undefined;
  /** The account that is acted in, by ID. At most one of account, accounts and customer. */
  readonly account?: string | undefined;
  /** Several accounts, by ID. */
  readonly accounts?: readonly string[] | undefined;
  /** The customer that is acted for, by ID. */
  readonly customer?: string | undefined;
  /** IANA zone of the dates, both ways; the actor's own unless given. */
  readonly timezone?: string | undefined;
}

const NAME = /^[a-z][a-z0-9]*$/;

function checkName(argument: string, given: string): void {
  if (typeof given === 'string' && NAME.test(given)) return;
  throw new InvalidArgumentError({
    argument,
    expected: 'lower-case letters and digits, as "item" or "view"',
    given,
  });
}

/**
 * The path that is called and signed: `/api/command/action`. Source: protocol, documented.
 *
 * @throws InvalidArgumentError when a name is not of lower-case letters and digits.
 */
export function apiPath(command: string, action: string): string {
  checkName('command', command);
  checkName('action', action);
  return `/api/${command}/${action}`;
}
