import type { Action, Command } from '@streamone/core/catalogue';
import type { Call, PagedCall } from '../call/call.js';
import type { CallOptions } from '../options/client-options.js';

/** Parameters of a method: the arguments may be left out where none is required. */
type Parameters<Arguments> =
  Record<never, never> extends Arguments
    ? [args?: Arguments, options?: CallOptions]
    : [args: Arguments, options?: CallOptions];

/** The method of one action. */
export type ActionMethod<A> =
  A extends Action<string, string, infer Arguments, infer Output, infer Paged>
    ? (
        ...parameters: Parameters<Arguments>
      ) => [Paged, Output] extends [true, readonly (infer Row)[]] ? PagedCall<Row> : Call<Output>
    : never;

/** The methods of one command, by action. */
export type CommandMethods<Actions> = { readonly [Name in keyof Actions]: ActionMethod<Actions[Name]> };

type MembersOf<Entry> =
  Entry extends Command<infer Name, infer Actions>
    ? { readonly [N in Name]: CommandMethods<Actions> }
    : Entry extends Action<infer Name, infer ActionName>
      ? { readonly [N in Name]: { readonly [M in ActionName]: ActionMethod<Entry> } }
      : never;

type Together<Union> = (Union extends unknown ? (member: Union) => void : never) extends (member: infer All) => void
  ? All
  : never;

/** The members that a client has for its commands; a command that is given in parts has all of them. */
export type CommandsOf<Entries extends readonly (Command | Action)[]> = Together<MembersOf<Entries[number]>>;
