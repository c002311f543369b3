import type { Explanation } from './explanation.js';

function shownByte(byte: string): string {
  return byte === '' ? 'its end' : JSON.stringify(byte);
}

/** An explanation as text: the summary, then what was expected and received, a line each. */
export function explanationText({ summary, expected, received, firstDifference }: Explanation): string {
  const lines = [summary];
  if (expected !== undefined) lines.push(`expected: ${expected}`);
  if (received !== undefined) lines.push(`received: ${received}`);
  if (firstDifference !== undefined) {
    const { index, expected: right, received: wrong } = firstDifference;
    lines.push(`first difference: byte ${index}, expected ${shownByte(right)}, received ${shownByte(wrong)}`);
  }
  return lines.join('\n');
}
