import type { Answer, Candidate, CompletionNode, CompletionTree, ValueSource } from './completion-tree.js';
import { type Place, argumentAt, findPlace, optionsAt } from './find-place.js';

/** Looks up values that are not in the tree, by the name of their source without `@`. */
export type Lookup = (source: string) => readonly Candidate[];

const NOTHING: Answer = { candidates: [], files: false, open: false };

function listed(text: string): Candidate {
  const [value = '', label = ''] = text.split('\t');
  return { value, label };
}

/** Values for a word, or for its last part where it is a list with commas. */
function values(source: ValueSource | undefined, word: string, before: string, lookup: Lookup): Answer {
  if (source === undefined) return NOTHING;
  if (source === '@file') return { ...NOTHING, files: true };
  const found = typeof source === 'string' ? lookup(source.slice(1)) : source.map(listed);
  const head = word.slice(0, word.lastIndexOf(',') + 1);
  const taken = new Set(head.split(','));
  const typed = word.slice(head.length).toLowerCase();
  const candidates = found
    .filter(({ value }) => value.toLowerCase().startsWith(typed) && !taken.has(value))
    .map(({ value, label }) => ({ value: `${before}${head}${value}`, label }));
  return { candidates, files: false, open: candidates.every(({ value }) => value.endsWith('=')) };
}

function commandCandidates({ c = [] }: CompletionNode, word: string): readonly Candidate[] {
  return c.filter(({ n }) => n.startsWith(word)).map(({ n, d }) => ({ value: n, label: d }));
}

function optionCandidates(tree: CompletionTree, { node, used }: Place, word: string): readonly Candidate[] {
  return optionsAt(tree, node).flatMap(([names, , label]) => {
    // The long name, unless the short one is what was typed.
    const value = names.toReversed().find((each) => each.startsWith(word));
    return value === undefined || names.some((each) => used.has(each)) ? [] : [{ value, label }];
  });
}

/** `call item/view lim…`: arguments of the action that is named, as `limit=`. */
function callArguments({ root }: CompletionTree, { path, given }: Place): readonly string[] | undefined {
  const [action] = given;
  if (!['call', 'sign'].includes(path[0] ?? '') || action === undefined) return undefined;
  const [command, name] = action.split('/');
  const found = root.c?.find(({ n }) => n === command)?.c?.find(({ n }) => n === name);
  const taken = new Set(given.map((each) => each.split('=', 1)[0]));
  return found?.p?.filter((each) => !taken.has(each)).map((each) => `${each}=`);
}

/**
 * What can stand at the cursor.
 *
 * @param words those before the cursor, without the program
 * @param word what of the word at the cursor stands before it
 */
export function answer(tree: CompletionTree, words: readonly string[], word: string, lookup: Lookup): Answer {
  const place = findPlace(tree, words);
  const { node, pending, ended } = place;
  if (pending !== undefined && (pending[1] === 1 || !word.startsWith('-'))) {
    return values(pending[3], word, '', lookup);
  }
  // A command that there is not has no options.
  if (node.c !== undefined && place.given.length > 0) return NOTHING;
  if (!ended && word.startsWith('-')) {
    const equals = word.indexOf('=');
    if (equals < 0) return { ...NOTHING, candidates: optionCandidates(tree, place, word) };
    const option = optionsAt(tree, node).find(([names]) => names.includes(word.slice(0, equals)));
    return values(option?.[3], word.slice(equals + 1), word.slice(0, equals + 1), lookup);
  }
  if (node.c !== undefined) {
    return { ...NOTHING, candidates: commandCandidates(node, word) };
  }
  const found = values(callArguments(tree, place) ?? argumentAt(place), word, '', lookup);
  if (found.candidates.length > 0 || found.files || word !== '' || ended) return found;
  // Nothing is known of what comes next: the options say what could.
  return { ...NOTHING, candidates: optionCandidates(tree, place, '--') };
}
