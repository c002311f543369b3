/** A piece of a text as it is shown. */
export interface VisiblePart {
  readonly text: string;
  /** What could not be seen, or would change how the rest looks, has a sign in its place. */
  readonly sign: boolean;
}

/** Control characters, what has no width or turns the direction, odd spaces, half pairs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u202f\u3000]/u;
const SPACES = new RegExp(`${UNSEEN.source}| `, 'u');

function signOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === ' ') return '\u00b7';
  if (character === '\n') return '\u21b5\n';
  if (character === '\t') return '\u21e5\t';
  if (code < 32) return String.fromCodePoint(0x2400 + code);
  if (code === 127) return '\u2421';
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Splits a text into what is shown as it is and what needs a sign to be seen.
 *
 * @param spaces whether plain spaces need one too, as where each byte counts
 */
export function visibleParts(text: string, spaces = false): VisiblePart[] {
  const unseen = spaces ? SPACES : UNSEEN;
  const parts: VisiblePart[] = [];
  let plain = '';
  for (const character of text) {
    if (!unseen.test(character)) {
      plain += character;
      continue;
    }
    if (plain !== '') parts.push({ text: plain, sign: false });
    plain = '';
    parts.push({ text: signOf(character), sign: true });
  }
  if (plain !== '') parts.push({ text: plain, sign: false });
  return parts;
}
