import { explanationText } from '../explain/explanation-text.js';
import { printableText } from '../explain/printable-text.js';
import type { JournalEntry } from '../journal/journal-entry.js';

const LONGEST_LINE = 300;
const MOST_LINES = 10;

function cut(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}

/** What was asked for, as `item/view`; the method and path where that is not of the API. */
export function asked({ command, action, method, path }: JournalEntry): string {
  return command === undefined || action === undefined ? `${method} ${path}` : `${command}/${action}`;
}

function entryLines(entry: JournalEntry): string {
  const { id, status, statusName, httpStatus, explanation } = entry;
  const answered = status === undefined ? `HTTP ${httpStatus}` : `${status} ${statusName}`;
  const given = Object.keys(entry.arguments).length === 0 ? '' : `  ${JSON.stringify(entry.arguments)}`;
  const why = explanation === undefined ? [] : explanationText(explanation).split('\n');
  return [`#${id}  ${asked(entry)}  ${answered}${given}`, ...why.map((line) => `      ${line}`)].map(cut).join('\n  ');
}

/** The last requests of the journal, a line each, those that were refused with their explanation. */
export function entriesText(entries: readonly JournalEntry[]): string {
  const shown = entries.slice(-MOST_LINES).map((entry) => `  ${entryLines(entry)}`);
  const earlier = entries.length - shown.length;
  const text = printableText(shown.join('\n'));
  return earlier === 0 ? text : `  (${earlier} before these)\n${text}`;
}
