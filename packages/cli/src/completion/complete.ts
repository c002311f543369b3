import { readFileSync } from 'node:fs';
import { type Lookup, answer } from './answer.js';
import { bashLines } from './bash-lines.js';
import type { Answer, CompletionTree } from './completion-tree.js';
import { profileNames } from './profile-names.js';
import { seenIds, seenIdsPath, seenPlace } from './seen-ids.js';
import { splitLine } from './split-line.js';

// Made from the commands themselves when the package is built; this file is in a folder of `dist`.
const TREE = new URL('../completion.json', import.meta.url);

/** What an option's value is on the line, as far as that can be told without reading the whole line. */
function valueOn(words: readonly string[], option: string): string | undefined {
  const at = words.findLastIndex((word) => word === option || word.startsWith(`${option}=`));
  if (at < 0) return undefined;
  return words[at] === option ? words[at + 1] : words[at]?.slice(option.length + 1);
}

function lookupFor(env: NodeJS.ProcessEnv, words: readonly string[]): Lookup {
  return (source) => {
    if (source === 'profile') return profileNames(env).names.map((value) => ({ value, label: '' }));
    if (source === 'zone') return Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: '' }));
    const place = seenPlace(env, { profile: valueOn(words, '--profile'), url: valueOn(words, '--url') });
    return seenIds(seenIdsPath(env), place, source).map(([value, label]) => ({ value, label }));
  };
}

const STEERING = /[\u0000-\u001f\u007f-\u009f]/g;

const clean = (text: string): string => text.replaceAll(STEERING, '');

function print({ files, open }: Answer, lines: readonly string[]): void {
  process.stdout.write(`${files ? 'files' : ''} ${open ? 'open' : ''}\n${lines.map((line) => `${line}\n`).join('')}`);
}

function answerBash(tree: CompletionTree, rest: readonly string[], env: NodeJS.ProcessEnv): void {
  const [line = '', type = '', columns = '', breaks = ''] = rest;
  const split = splitLine(line);
  const words = split.words.slice(1);
  const found = answer(tree, words, split.word, lookupFor(env, words));
  print(found, bashLines(found, split, { type: Number(type), columns: Number(columns) || 80, breaks }).map(clean));
}

/**
 * `streamone complete`, which the scripts of shells ask: `bash <line up to the cursor> <COMP_TYPE> <columns>
 * <COMP_WORDBREAKS>`, or `zsh|fish <word…>`, the last word being the one at the cursor. Answered are a line that says
 * whether files may follow and the word may go on, then a candidate on each line; for zsh and fish with a tab and a
 * label. It loads none of the commands.
 */
export function complete([shell, ...rest]: readonly string[], env: NodeJS.ProcessEnv): void {
  try {
    const tree = JSON.parse(readFileSync(TREE, 'utf8')) as CompletionTree;
    if (shell === 'bash') return answerBash(tree, rest, env);
    const words = rest.slice(0, -1);
    const found = answer(tree, words, rest.at(-1) ?? '', lookupFor(env, words));
    const lines = found.candidates.map(({ value, label }) => `${clean(value)}\t${clean(label)}`);
    return print(found, lines);
  } catch {
    // A person who presses the tab key is helped by no error.
    process.exitCode = 1;
    return undefined;
  }
}
