import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { apiPath } from '../request/api-request.js';
import { checkArgumentName } from '../request/arguments.js';
import type { DataType } from '../types/index.js';
import type { Action, Actor, Needs } from './action.js';
import { type ArgumentInputs, TypedArguments, argumentDefinition } from './argument-definition.js';
import { clientMembers } from './client-members.js';
import { type PageArguments, pageArguments } from './page-arguments.js';

type InputOf<I> = I extends DataType<infer Value> ? Value : I extends { type: DataType<infer Value> } ? Value : never;

type RequiredNames<Inputs> = {
  [Name in keyof Inputs]: Inputs[Name] extends { readonly required: true } ? Name : never;
}[keyof Inputs];

/** The type of the arguments that are declared inline: `undefined` is not sent, `null` unsets. */
export type InferArguments<Inputs> = {
  readonly [Name in RequiredNames<Inputs>]: InputOf<Inputs[Name]>;
} & {
  readonly [Name in Exclude<keyof Inputs, RequiredNames<Inputs>>]?: InputOf<Inputs[Name]> | null | undefined;
};

/** The type of declared arguments: that of their interface, else inferred, `limit` and `offset` added where it is paged. */
export type ArgumentsOf<Declared, Paged extends boolean = false> =
  Declared extends TypedArguments<infer Arguments>
    ? Arguments
    : Paged extends true
      ? InferArguments<Declared> & PageArguments
      : InferArguments<Declared>;

/** How an action is declared. What is left out takes the least: no arguments, any actor, a write. */
export interface ActionDefinition<CommandName extends string, ActionName extends string, Declared, Output> {
  /** The entity: lower-case letters and digits, not the name of a member of the client. */
  readonly command: CommandName;
  /** What is done with it. */
  readonly action: ActionName;
  /** Its arguments, by name; each a data type, or `{ type, required, default }`. */
  readonly arguments?: Declared;
  /** Set it where the action has arguments that are not declared here; they pass unchecked. */
  readonly openArguments?: boolean;
  /** The type of the response's body; `open()` where nothing is known. */
  readonly output: DataType<never, Output>;
  /** What it requires of the request; `nothing` unless given. */
  readonly needs?: Needs;
  /** Who may call it; anyone unless given. */
  readonly actors?: readonly Actor[];
  /** The token that it needs. */
  readonly token?: string;
  /** Statuses that it may answer beyond the general ones. */
  readonly errors?: readonly number[];
  /** Whether it only reads: reads are repeated after a failure, writes are not. */
  readonly readOnly?: boolean;
  /** Whether it takes `limit` and `offset` (they need not be declared), answers a list, and a `count` in the header. */
  readonly paged?: boolean;
}

/** `limit` and `offset`, as far as they are not declared otherwise. */
function withoutDeclared(inputs: ArgumentInputs): ArgumentInputs {
  return Object.fromEntries(Object.entries(pageArguments).filter(([name]) => !Object.hasOwn(inputs, name)));
}

/**
 * Declares an action: one of the catalogue's, or a user's own that the catalogue lacks, with the
 * same typing, validation and paging.
 *
 * @throws InvalidArgumentError when a name can't be sent, or the command is named like a member of the client.
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineAction<
  const CommandName extends string,
  const ActionName extends string,
  const Declared extends ArgumentInputs | TypedArguments<object> = Record<never, never>,
  Output = unknown,
  const Paged extends boolean = false,
>(
  definition: ActionDefinition<CommandName, ActionName, Declared, Output> & { readonly paged?: Paged },
): Action<CommandName, ActionName, ArgumentsOf<Declared, Paged>, Output, Paged> {
  const { command, action, openArguments = false, output, needs = 'nothing', readOnly = false } = definition;
  const { actors = ['user', 'application', 'session'], token, errors = [], paged = false as Paged } = definition;
  apiPath(command, action);
  if (clientMembers.has(command)) {
    throw new InvalidArgumentError({
      argument: 'command',
      expected: 'a command that is not named like a member of the client',
      given: command,
      advice: `A client has its own "${command}"; reach this action by call('${command}/${action}').`,
    });
  }
  const declared: ArgumentInputs | TypedArguments<object> = definition.arguments ?? {};
  const inputs: ArgumentInputs = declared instanceof TypedArguments ? declared.inputs : declared;
  const all: ArgumentInputs = paged ? { ...inputs, ...withoutDeclared(inputs) } : inputs;
  const definitions = Object.entries(all).map(([name, input]) => {
    checkArgumentName(name);
    return [name, argumentDefinition(input)] as const;
  });
  return {
    command,
    action,
    // Without a prototype, so that an argument "constructor" is as unknown as any other.
    arguments: Object.assign(Object.create(null) as Record<never, never>, Object.fromEntries(definitions)),
    openArguments,
    output,
    needs,
    actors,
    token,
    errors,
    readOnly,
    paged,
  };
}
