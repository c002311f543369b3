import type { ValueSource } from '../src/completion/completion-tree.ts';

/** An option as it is told. */
export interface DescribedOption {
  /** As help writes it: `-V, --version`, `--limit <number>`. */
  readonly flags: string;
  readonly names: readonly string[];
  /** 1 for a value, 2 for one that may be left out. */
  readonly takes: 0 | 1 | 2;
  readonly description: string;
  /** The heading that help puts it under. */
  readonly group: string;
  readonly values?: ValueSource | undefined;
}

/** An argument as it is told. */
export interface DescribedArgument {
  /** As usage writes it: `<file...>`. */
  readonly term: string;
  readonly description: string;
  readonly variadic: boolean;
  readonly values?: ValueSource | undefined;
}

/** A command as it is told, with those below it. */
export interface DescribedCommand {
  readonly name: string;
  /** From the program on: `streamone item view`. */
  readonly path: string;
  readonly usage: string;
  readonly summary: string;
  readonly description: string;
  readonly options: readonly DescribedOption[];
  readonly arguments: readonly DescribedArgument[];
  /** What help says below the options. */
  readonly more: string;
  readonly commands: readonly DescribedCommand[];
  /** Names of an action's arguments; `undefined` for what is no action. */
  readonly action?: readonly string[] | undefined;
}
