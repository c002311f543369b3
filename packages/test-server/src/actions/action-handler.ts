import type { Action } from '@streamone/core/catalogue';
import type { Caller } from '../answer/authenticate.js';
import type { RequestScope } from '../answer/request-scope.js';
import type { World } from '../answer/world.js';

type Present<Value> = Exclude<Value, null | undefined>;

/** What an argument is once it is read, by what a client may give for it. */
export type ReadValue<Given> = Date extends Given
  ? Date
  : readonly string[] extends Given
    ? string[]
    : boolean extends Given
      ? boolean
      : number extends Given
        ? number
        : string;

type RequiredNames<Arguments> = {
  [Name in keyof Arguments]-?: Record<never, never> extends Pick<Arguments, Name> ? never : Name;
}[keyof Arguments];

/**
 * The arguments of an action once they are read: `null` where sent empty. A required one is there: a request
 * without it was refused before.
 */
export type ArgumentsRead<Arguments> = [Arguments] extends [never]
  ? never
  : { readonly [Name in RequiredNames<Arguments>]: ReadValue<Present<Arguments[Name]>> } & {
      readonly [Name in Exclude<keyof Arguments, RequiredNames<Arguments>>]?: ReadValue<
        Present<Arguments[Name]>
      > | null;
    };

/** The body of a response as it is sent, by what a client reads from it. */
export type Wire<Value> = Value extends Date
  ? string
  : Value extends number
    ? number | string
    : Value extends readonly (infer Element)[]
      ? readonly Wire<Element>[]
      : Value extends object
        ? { readonly [Name in keyof Value]: Wire<Value[Name]> }
        : Value;

/** A request that was found right, for the action to answer. */
export interface ActionCall<Arguments> extends World {
  readonly arguments: ArgumentsRead<Arguments>;
  readonly caller: Caller;
  readonly scope: RequestScope;
  /** IANA zone of the dates, both ways: the request's, else the actor's. */
  readonly timezone: string;
}

/** What an action answers. */
export interface ActionResult<Body> {
  readonly body: Body;
  /** How many rows match in all; for paged actions. */
  readonly count?: number;
  /** Whether the client may keep the answer. */
  readonly cacheable?: boolean;
  /** Whether it was made up from the action's declaration; the journal tells. */
  readonly generated?: boolean;
}

/** An action of the catalogue with what the server does for it. */
export interface ActionHandler {
  readonly action: Action;
  readonly handle: (call: ActionCall<never>) => ActionResult<unknown>;
  /** Other spellings of its arguments that the server takes as well: the name as declared, by the other one. */
  readonly spellings: Readonly<Record<string, string>>;
  /** Whether a server was given it, so that a mistake in it is not the server's. */
  readonly own?: boolean;
}

/** Ties what the server does to an action of the catalogue: arguments and body are typed by it. */
export function handler<CommandName extends string, ActionName extends string, Arguments extends object, Output>(
  action: Action<CommandName, ActionName, Arguments, Output>,
  handle: (call: ActionCall<Arguments>) => ActionResult<Wire<Output>>,
  spellings: Readonly<Record<string, keyof Arguments & string>> = {},
): ActionHandler {
  return { action, handle, spellings };
}
