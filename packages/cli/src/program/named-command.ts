import { flagOptions, valueOptions } from './global-options.js';

/** The command and what stands behind it, as far as they can be told before options are known. */
export interface NamedCommand {
  /** The first word that is no option: `item` of `item view --limit 5`; `undefined` where there is none. */
  readonly name: string | undefined;
  /** The word behind it, unless that is an option. */
  readonly next: string | undefined;
  /** Whether only help is asked for. */
  readonly help: boolean;
}

/** The words that are read as options: those before `--`. */
function optionWords(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
}

/** Finds the command that is to be run, so that only its module is loaded. `help item` names `item`. */
export function namedCommand(args: readonly string[]): NamedCommand {
  const asked = args[0] === 'help';
  const [name, next] = asked ? args.slice(1) : args;
  const help = asked || optionWords(args).some((word) => word === '--help' || word === '-h');
  if (name === undefined || name.startsWith('-')) return { name: undefined, next: undefined, help: true };
  return { name, next: next?.startsWith('-') === true ? undefined : next, help };
}

function isGlobal(word: string): boolean {
  return flagOptions.has(word) || valueOptions.has(word.split('=', 1)[0] ?? '');
}

/** Puts options that stand before the command behind it: `--profile work item view` is `item view --profile work`. */
export function arrangeArguments(args: readonly string[]): readonly string[] {
  let at = 0;
  for (let word = args[0]; word !== undefined && isGlobal(word); word = args[at]) at += valueOptions.has(word) ? 2 : 1;
  const rest = args.slice(at);
  if (at === 0 || rest[0] === undefined || rest[0].startsWith('-')) return args;
  const end = optionWords(rest).length;
  return [...rest.slice(0, end), ...args.slice(0, at), ...rest.slice(end)];
}

/** The profile that the arguments name, for what must be known before a command reads them. */
export function namedProfile(args: readonly string[]): string | undefined {
  const words = optionWords(args);
  const at = words.findLastIndex((word) => word === '--profile' || word.startsWith('--profile='));
  const word = words[at];
  return word === '--profile' ? words[at + 1] : word?.slice('--profile='.length);
}
