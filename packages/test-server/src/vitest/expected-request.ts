import type { StatusName } from '@streamone/core';
import type { Action, Command, allCommands } from '@streamone/core/catalogue';

type Commands = (typeof allCommands)[number];

type ActionOf<Key> = Key extends `${infer CommandName}/${infer ActionName}`
  ? Extract<Commands, { readonly command: CommandName }> extends Command<CommandName, infer Actions>
    ? ActionName extends keyof Actions
      ? Actions[ActionName]
      : never
    : never
  : never;

type ArgumentsOfAction<Declared> =
  Declared extends Action<string, string, infer Arguments, unknown> ? Arguments : Readonly<Record<string, unknown>>;

/** A value as a test may give it: as the typed call takes it, or the text that goes over the wire. */
type Given<Arguments> = { readonly [Name in keyof Arguments]?: Arguments[Name] | string };

/** The arguments that may be expected of an action, as `item/view`: the catalogue's, or any for one that it lacks. */
export type ExpectedArguments<Key extends string> = [ActionOf<Key>] extends [never]
  ? Readonly<Record<string, unknown>>
  : Given<ArgumentsOfAction<ActionOf<Key>>>;

/**
 * What a request must have been like. A value is compared as it is sent: `5` is `'5'`, `true` is `'1'`, a list is
 * joined by commas, `null` is empty, a `Date` is the instant that was sent; `undefined` must not have been sent.
 * Asymmetric matchers (`expect.stringContaining`) see the text. What is not named here may be anything.
 */
export interface ExpectedRequest<Key extends string = string> {
  readonly arguments?: ExpectedArguments<Key>;
  /** Parameters of the query string, as `timezone`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** What it was answered: a status of the API or its name, as `0` or `'ITEM_NOT_FOUND'`. */
  readonly status?: number | StatusName;
  /** Who it was from: an ID, or something that has one, as `server.credentials.user`. */
  readonly actor?: string | { readonly id: string };
  /** The ID of its account, or of its accounts. */
  readonly account?: string | readonly string[];
  /** How many such requests there must have been; at least one unless given. */
  readonly times?: number;
}
