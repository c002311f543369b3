/**
 * Where the values of an option or argument come from: a list, each with a label behind a tab, or by name `@item`,
 * `@account` and so on (IDs that were seen), `@profile`, `@zone`, `@file`.
 */
export type ValueSource = readonly string[] | `@${string}`;

/** An option: its names, whether it takes a value (1, or 2 where that may be left out), a label, and its values. */
export type CompletionOption = readonly [
  names: readonly string[],
  takes: 0 | 1 | 2,
  label: string,
  values?: ValueSource | undefined,
];

/** A command, in short names: the file is read at each press of the key. */
export interface CompletionNode {
  /** Its name. */
  readonly n: string;
  /** What it does. */
  readonly d: string;
  /** Its options, by their place in the list of all. */
  readonly o: readonly number[];
  /** The values of each argument; 0 where nothing is known. */
  readonly a?: readonly (ValueSource | 0)[] | undefined;
  /** Whether the last argument may be given again. */
  readonly v?: 1 | undefined;
  /** Names of an action's arguments. */
  readonly p?: readonly string[] | undefined;
  readonly c?: readonly CompletionNode[] | undefined;
}

/** All commands, made from the commands themselves when the package is built. */
export interface CompletionTree {
  readonly options: readonly CompletionOption[];
  readonly root: CompletionNode;
}

/** Something that can stand at the cursor. */
export interface Candidate {
  /** The whole word. */
  readonly value: string;
  readonly label: string;
}

/** What can stand at the cursor. */
export interface Answer {
  readonly candidates: readonly Candidate[];
  /** Whether names of files can. */
  readonly files: boolean;
  /** Whether the word may go on, so that no blank is to follow it. */
  readonly open: boolean;
}
