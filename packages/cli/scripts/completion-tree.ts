import type { CompletionNode, CompletionOption, CompletionTree } from '../src/completion/completion-tree.ts';
import type { DescribedCommand, DescribedOption } from './described-command.ts';

const LONGEST = 72;

/** A label that fits behind a name: the first sentence, on one line. */
function label(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').replace(/ \[(?:one of|known:).*$/, '');
  const first = (plain.split(/(?<=[.;:]) /)[0] ?? plain).replace(/[.;:]$/, '');
  return first.length > LONGEST ? `${first.slice(0, LONGEST - 1)}…` : first;
}

const HELP: DescribedOption = { flags: '', names: ['-h', '--help'], takes: 0, description: 'display help', group: '' };

/** All commands with no more than completion needs; an option that many commands have is told once. */
export function completionTree(program: DescribedCommand): CompletionTree {
  const options: CompletionOption[] = [];
  const places = new Map<string, number>();

  function placeOf({ names, takes, description, values }: DescribedOption): number {
    const labelled = Array.isArray(values)
      ? values.map((value: string) => value.replace(/\t(.*)$/, (_all, text: string) => `\t${label(text)}`))
      : values;
    const option: CompletionOption = [
      names,
      takes,
      label(description),
      ...(labelled === undefined ? [] : [labelled]),
    ] as unknown as CompletionOption;
    const key = JSON.stringify(option);
    const place = places.get(key) ?? options.push(option) - 1;
    places.set(key, place);
    return place;
  }

  function node(command: DescribedCommand): CompletionNode {
    const { name, summary, arguments: args, commands, action } = command;
    const isHelpful = name !== 'test-server';
    return {
      n: name,
      d: label(summary),
      o: [...command.options, ...(isHelpful ? [HELP] : [])].map(placeOf),
      ...(args.length > 0 && { a: args.map(({ values }) => values ?? 0) }),
      ...(args.at(-1)?.variadic === true && { v: 1 as const }),
      ...(action !== undefined && { p: action }),
      ...(commands.length > 0 && { c: commands.map(node) }),
    };
  }

  const root = node(program);
  // `--profile work item view`: options that every command has may stand before the command.
  const common = program.commands.find(({ name }) => name === 'call')?.options ?? [];
  const shared = common.filter(({ group, names }) => group === 'Common options:' || names.includes('--json'));
  const help = { n: 'help', d: 'display help for a command', o: [] };
  return { options, root: { ...root, o: [...root.o, ...shared.map(placeOf)], c: [...(root.c ?? []), help] } };
}
