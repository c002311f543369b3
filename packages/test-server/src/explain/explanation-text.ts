import type { Explanation } from './explanation.js';

function shownByte(byte: string): string {
  return byte === '' ? 'its end' : JSON.stringify(byte);
}

/** An explanation as text: the summary, then what was expected and received, a line each, and where a handler threw. */
export function explanationText({ summary, expected, received, firstDifference, stack }: Explanation): string {
  const lines = [summary];
  // As where the right string was signed, with another key.
  const isSame = expected !== undefined && expected === received;
  if (isSame) lines.push(`expected and received: ${expected}`);
  if (expected !== undefined && !isSame) lines.push(`expected: ${expected}`);
  if (received !== undefined && !isSame) lines.push(`received: ${received}`);
  if (firstDifference !== undefined) {
    const { index, expected: right, received: wrong } = firstDifference;
    lines.push(`first difference: byte ${index}, expected ${shownByte(right)}, received ${shownByte(wrong)}`);
  }
  if (stack !== undefined) lines.push(stack);
  return lines.join('\n');
}
