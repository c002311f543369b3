import { styleText } from 'node:util';
import { printable } from '../../output/report-error.js';
import type { VerifyReport } from './verify-report.js';

const MARKS: Readonly<Record<string, string>> = { passed: '✓', failed: '✗' };

const shownByte = (byte: string): string => (byte === '' ? 'its end' : JSON.stringify(byte));

function paint(colour: 'green' | 'red', text: string): string {
  return styleText(colour, text, { stream: process.stdout });
}

/** What was found, for people. */
export function reportText(report: VerifyReport): string {
  const { valid, summary, expected, received, firstDifference, checkedWith, time, timeSummary, steps } = report;
  const lines = [`${valid ? paint('green', '✓ right') : paint('red', '✗ wrong')}: ${printable(summary)}`, ''];
  const add = (name: string, text: string | null): void => {
    if (text !== null) lines.push(`${name.padEnd(17)} ${printable(text)}`);
  };
  for (const { name, result, detail } of steps) add(`${MARKS[result] ?? '-'} ${name}`, detail ?? result);
  if (steps.length > 0) lines.push('');
  add(valid ? 'string to sign' : 'expected', expected);
  add('received', received);
  if (firstDifference !== null) {
    const { index, expected: right, received: wrong } = firstDifference;
    add('first difference', `byte ${index}: expected ${shownByte(right)}, received ${shownByte(wrong)}`);
  }
  add('checked with', checkedWith);
  if (time !== null) add('time', `${time.toISOString().replace('.000', '')}, ${timeSummary ?? ''}`);
  return `${lines.join('\n')}\n`;
}
