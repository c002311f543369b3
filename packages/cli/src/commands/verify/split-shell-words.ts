import { refusePasted } from './pasted-request.js';
import { unescapeAnsi } from './unescape-ansi.js';

// Named, since a group more would shift all numbers: what stands between words, and the parts of a word.
const PART = new RegExp(
  [
    String.raw`(?<blank>\s+)`,
    String.raw`(?<comment>(?<=^|\s)(?<!\\\r?\n)#.*)`,
    String.raw`\\(?:\r?\n|(?<escaped>[^]))`,
    String.raw`'(?<single>[^']*)'`,
    String.raw`\$'(?<ansi>(?:[^'\\]|\\[^])*)'`,
    String.raw`\$?"(?<double>(?:[^"\\]|\\[^])*)"`,
    String.raw`(?<operator>[|;&<>])`,
    String.raw`(?<bare>[^\s\\'"$|;&<>]+|\$(?!['"]))`,
  ].join('|'),
  'gy',
);

/** An operator within a word: where the word is an address, most of it goes astray. */
function refuseCut(rest: string): void {
  if (!/^&[^\s&>]/.test(rest)) return;
  refusePasted(
    'a line in which an "&" stands outside of quotes',
    'A shell cuts the line there, so that curl never saw the rest: put the address and the body in quotes.',
  );
}

/**
 * The words of the first command of a line for a POSIX shell, as far as quotes and backslashes go; what stands behind
 * `|`, `;`, `&` or `>` is not its. Variables and commands in it are left as they are, and nothing of it is run. A line
 * end counts as a blank, as mail wraps lines.
 *
 * @throws InvalidArgumentError when a quote has no end, or an address stands outside of quotes.
 */
export function splitShellWords(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let end = 0;
  for (const part of line.matchAll(PART)) {
    const { blank, comment, escaped, single, ansi, double, operator, bare } = part.groups ?? {};
    if (operator !== undefined) {
      refuseCut(line.slice(part.index));
      // The number of what is redirected, as 2 of `2> errors`.
      const isNumber = /[<>]/.test(operator) && /\d$/.test(line.slice(0, part.index)) && /^\d+$/.test(word ?? '');
      return word === undefined || isNumber ? words : [...words, word];
    }
    end = part.index + part[0].length;
    if (blank === undefined && comment === undefined) {
      const inDouble = double?.replaceAll(/\\(?:\r?\n|([$`"\\]))/g, '$1');
      const text = escaped ?? single ?? (ansi === undefined ? undefined : unescapeAnsi(ansi)) ?? inDouble ?? bare;
      // What is left is a line that goes on behind a backslash.
      if (text !== undefined) word = (word ?? '') + text;
    } else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  if (end < line.length) refusePasted('a line for a shell with a quote that has no end');
  return word === undefined ? words : [...words, word];
}
