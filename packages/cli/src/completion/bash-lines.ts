import type { Answer } from './completion-tree.js';
import type { SplitLine } from './split-line.js';

/** How bash asks. */
export interface BashAsk {
  /** `COMP_TYPE`: the code of `?`, `!`, `@` or `%`, or of the tab key. */
  readonly type: number;
  readonly columns: number;
  /** `COMP_WORDBREAKS`: what bash itself takes for the end of a word. */
  readonly breaks: string;
}

/** Codes of the ways in which bash puts one candidate after the other on the line, labels and all. */
const INSERTING: ReadonlySet<number> = new Set([0x25, 0x2a]);

const escaped = (text: string): string => text.replaceAll(/[^\w@%+=:,./-]/g, '\\$&');

/**
 * The lines for bash, which knows no labels: they stand in brackets behind the names where bash only lists. Bash
 * replaces no more than what stands behind the last `=` or `:`.
 */
export function bashLines({ candidates }: Answer, { word, quoted }: SplitLine, ask: BashAsk): readonly string[] {
  const breaks = ['=', ':'].filter((character) => !quoted && ask.breaks.includes(character));
  const kept = Math.max(-1, ...breaks.map((character) => word.lastIndexOf(character))) + 1;
  const values = candidates.map(({ value }) => (quoted ? value : escaped(value)).slice(kept));
  if (values.length < 2 || INSERTING.has(ask.type)) return values;
  const width = Math.max(...values.map(({ length }) => length));
  return values.map((value, index) => {
    const label = candidates[index]?.label ?? '';
    const room = ask.columns - width - 5;
    if (label === '' || room < 8) return value;
    return `${value.padEnd(width)}  (${label.length > room ? `${label.slice(0, room - 1)}…` : label})`;
  });
}
