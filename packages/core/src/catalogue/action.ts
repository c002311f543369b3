import type { DataType } from '../types/index.js';
import type { ArgumentDefinition } from './argument-definition.js';

/**
 * How well a fact is known: the vendor's documentation says so, an official SDK or a captured
 * exchange shows it, or it is deduced from those and may be wrong.
 */
export type Evidence = 'documented' | 'observed' | 'inferred';

/** What an action requires of the request: one active account, one or more accounts, or nothing. */
export type Needs = 'account' | 'accounts' | 'nothing';

/** Who may sign a request: a user, an application, or a user in an application's session. */
export type Actor = 'user' | 'application' | 'session';

/**
 * An action of the API, as the packages run it. Types, validation, the client's methods, commands
 * of the command line and the test server all come from it.
 */
export interface Action<
  CommandName extends string = string,
  ActionName extends string = string,
  Arguments = object,
  Output = unknown,
  Paged extends boolean = boolean,
> {
  /** The entity, as `item`. */
  readonly command: CommandName;
  /** What is done with it, as `view`. */
  readonly action: ActionName;
  /** Its arguments, by name. */
  readonly arguments: { readonly [name: string]: ArgumentDefinition };
  /** Whether it may have arguments that are not declared, since they are not known or not all. */
  readonly openArguments: boolean;
  /** The type of the response's body. */
  readonly output: DataType<never, Output>;
  /** What it requires of the request. */
  readonly needs: Needs;
  /** Who may call it. */
  readonly actors: readonly Actor[];
  /** The token that it needs; `undefined` where there is none or it is not known. */
  readonly token: string | undefined;
  /** Statuses that it may answer beyond the general ones (0 to 10). */
  readonly errors: readonly number[];
  /** Whether it only reads, so that it may be repeated. */
  readonly readOnly: boolean;
  /** Whether it takes `limit` and `offset` and answers a `count`. */
  readonly paged: Paged;
  /** Carries the type of the arguments; has no value. */
  readonly '~arguments'?: Arguments;
}

/** The actions of one command, by name. */
export interface Command<
  Name extends string = string,
  Actions extends Readonly<Record<string, Action>> = Readonly<Record<string, Action>>,
> {
  readonly command: Name;
  readonly actions: Actions;
}
