const ESCAPE = /%([0-9A-Fa-f]{2})/g;

/**
 * Decodes one name or value of a form as PHP's `urldecode` does: `+` is a space, `%XX` a byte, and
 * what only looks like an escape (`%zz`, a `%` at the end) stays as it is. Takes and gives a byte
 * string: one character for each byte.
 */
export function decodeComponent(raw: string): string {
  const spaced = raw.includes('+') ? raw.replaceAll('+', ' ') : raw;
  if (!spaced.includes('%')) return spaced;
  return spaced.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
