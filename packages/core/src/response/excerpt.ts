import { redactText } from '../redaction/redact-text.js';

const LONGEST = 200;

/**
 * The first 200 characters of an answer for an error message, secrets masked. They are masked
 * before the cut, so that no half of one is left at the end.
 *
 * @param secrets texts that the caller knows to be secret
 */
export function excerpt(text: string, secrets: readonly string[] = []): string {
  const beginning = redactText(text.slice(0, 16_384), secrets).trim();
  const printable = beginning.replace(/[\p{Cc}\p{Cs}]+/gu, ' ');
  if (printable.length <= LONGEST) return printable;
  // The cut may go through a surrogate pair, whose first half is then dropped.
  return `${printable.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
