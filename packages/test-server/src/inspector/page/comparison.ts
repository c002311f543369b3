import { alignStrings } from './align-strings.js';
import { element } from './element.js';
import { type ComparedPart, splitDifference } from './split-difference.js';
import { visibleParts } from './visible-parts.js';

function shown(text: string): Node[] {
  return visibleParts(text, true).map((part) =>
    part.sign ? element('span', { class: 'sign' }, part.text) : document.createTextNode(part.text),
  );
}

/** What a difference looks like where there is nothing: the other has more. */
function nothing(isLast: boolean, isAlone: boolean): Node[] {
  return [document.createTextNode(isLast ? ' ends here' : isAlone ? ' nothing here ' : '\u2038')];
}

function marked(parts: readonly ComparedPart[], isFirst: boolean): Node[] {
  const first = parts.findIndex(({ differs }) => differs);
  const isAlone = parts.filter(({ differs }) => differs).length === 1;
  return parts.flatMap(({ text, differs }, at): Node[] => {
    if (!differs) return shown(text);
    const names = [isFirst && at === first ? 'first' : '', text === '' ? 'none' : ''].filter((name) => name !== '');
    const mark = element('mark', { class: names.join(' ') || undefined });
    mark.append(...(text === '' ? nothing(at === parts.length - 1, isAlone) : shown(text)));
    return [mark];
  });
}

function line(kind: 'same' | 'expected' | 'received', content: readonly Node[], note?: string): HTMLElement {
  const label = { same: '', expected: 'expected', received: 'signed' }[kind];
  return element(
    'div',
    { class: `compared ${kind}` },
    element('span', { class: 'whose' }, label),
    element('code', {}, ...content, note && element('span', { class: 'note' }, ` \u2190 ${note}`)),
  );
}

interface ComparedPiece {
  readonly differs: boolean;
  readonly lines: readonly HTMLElement[];
}

function compared(expected: string, received: string, whole: boolean): ComparedPiece[] {
  let differs = 0;
  return alignStrings(expected, received, whole).map(({ expected: mine, received: theirs }) => {
    if (mine === theirs) return { differs: false, lines: [line('same', shown(mine ?? ''))] };
    differs++;
    if (mine === undefined) {
      return { differs: true, lines: [line('received', shown(theirs ?? ''), 'not expected here')] };
    }
    if (theirs === undefined) {
      return { differs: true, lines: [line('expected', shown(mine), 'missing here in what was signed')] };
    }
    const [left, right] = splitDifference(mine, theirs);
    const isFirst = differs === 1;
    return {
      differs: true,
      lines: [line('expected', marked(left, isFirst)), line('received', marked(right, isFirst))],
    };
  });
}

/**
 * Shows two strings to sign, piece by piece, one above the other where they differ.
 *
 * @param whole shows them without line breaks at "&"
 */
export function comparison(expected: string, received: string, whole = false): HTMLElement {
  const lines = compared(expected, received, whole).flatMap((piece) => piece.lines);
  return element('div', { class: 'comparison', role: 'group', 'aria-label': 'String to sign, compared' }, ...lines);
}

/** So many differing pieces are shown at a glance. */
const AT_A_GLANCE = 3;

/** Shows only where two strings to sign differ. */
export function differences(expected: string, received: string): HTMLElement {
  const all = compared(expected, received, false).filter(({ differs }) => differs);
  const more = all.length - AT_A_GLANCE;
  return element(
    'div',
    { class: 'comparison', role: 'group', 'aria-label': 'Where the string to sign differs' },
    ...all.slice(0, AT_A_GLANCE).flatMap(({ lines }) => lines),
    more > 0 ? element('p', { class: 'note' }, `and ${more} more, below`) : undefined,
  );
}

/** Shows one string to sign, piece by piece. */
export function signedString(text: string, whole = false): HTMLElement {
  const lines = alignStrings(text, text, whole).map(({ expected = '' }) => line('same', shown(expected)));
  return element('div', { class: 'comparison alone', role: 'group', 'aria-label': 'String to sign' }, ...lines);
}
