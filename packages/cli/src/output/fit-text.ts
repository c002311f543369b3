import utils from 'cli-table3/src/utils.js';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many columns of a terminal a text takes. */
export const textWidth = (text: string): number => utils.strlen(text);

/** As many whole characters from the start as fit. */
function head(text: string, width: number): string {
  let [taken, used] = ['', 0];
  for (const { segment } of graphemes.segment(text)) {
    used += textWidth(segment);
    if (used > width) break;
    taken += segment;
  }
  return taken;
}

/** A text that is at most so wide; what is cut off is told by `…`. */
export function cutText(text: string, width: number): string {
  return textWidth(text) <= width ? text : `${head(text, width - 1)}…`;
}

/** A text in lines that are at most so wide, broken between words where there are any. */
export function wrapText(text: string, width: number): string {
  const lines: string[] = [];
  let rest = text;
  while (textWidth(rest) > width) {
    const line = head(rest, width) || rest.slice(0, 1);
    const blank = line.lastIndexOf(' ');
    const end = blank > 0 && rest[line.length] !== ' ' ? blank : line.length;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest].join('\n');
}
