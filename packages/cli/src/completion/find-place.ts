import type { CompletionNode, CompletionOption, CompletionTree, ValueSource } from './completion-tree.js';

/** Where on the command line the cursor is. */
export interface Place {
  readonly node: CompletionNode;
  /** Commands above it and itself, without the program. */
  readonly path: readonly string[];
  /** Arguments before the cursor that are no options. */
  readonly given: readonly string[];
  /** Options before the cursor. */
  readonly used: ReadonlySet<string>;
  /** The option whose value is at the cursor. */
  readonly pending: CompletionOption | undefined;
  /** Whether all that follows is no option, since `--` was given. */
  readonly ended: boolean;
}

/** The options of a command; those of the program, that every command has, where only that is known. */
export function optionsAt({ options, root }: CompletionTree, node: CompletionNode): readonly CompletionOption[] {
  const own = node.o.map((index) => options[index]).filter((option) => option !== undefined);
  return node === root ? own : own.filter(([names]) => !names.includes('--version'));
}

/** Follows the words before the cursor down the tree. */
export function findPlace(tree: CompletionTree, words: readonly string[]): Place {
  let node = tree.root;
  let pending: CompletionOption | undefined;
  let [ended, help] = [false, false];
  const [path, given, used]: [string[], string[], Set<string>] = [[], [], new Set()];
  for (const word of words) {
    if (pending !== undefined && (pending[1] === 1 || !word.startsWith('-'))) {
      pending = undefined;
      continue;
    }
    pending = undefined;
    if (!ended && word === '--') {
      ended = true;
    } else if (!ended && word.startsWith('-') && word !== '-') {
      const [name = ''] = word.split('=', 1);
      const found = optionsAt(tree, node).find(([names]) => names.includes(name));
      for (const each of found?.[0] ?? [name]) used.add(each);
      pending = found !== undefined && found[1] > 0 && !word.includes('=') ? found : undefined;
    } else {
      const isHelp = word === 'help' && node === tree.root && !help;
      const child = given.length === 0 && !isHelp ? node.c?.find(({ n }) => n === word) : undefined;
      help ||= isHelp;
      if (child !== undefined) {
        node = child;
        path.push(word);
      } else if (!isHelp) {
        given.push(word);
      }
    }
  }
  return { node, path, given, used, pending, ended };
}

/** Where the values of the argument at the cursor come from. */
export function argumentAt({ node, given }: Place): ValueSource | undefined {
  const { a = [], v } = node;
  const source = a[given.length] ?? (v === 1 ? a.at(-1) : undefined);
  return source === 0 ? undefined : source;
}
