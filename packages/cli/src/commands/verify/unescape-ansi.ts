const ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001B',
  E: '\u001B',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};

const ESCAPE =
  /(?<bytes>(?:\\x[\da-fA-F]{1,2}|\\[0-7]{1,3})+)|\\(?:u(?<unit>[\da-fA-F]{1,4})|U(?<point>[\da-fA-F]{1,8})|(?<letter>[^]))/g;

/** `\xc3\xa9`, `\303\251`: bytes of UTF-8. */
function readBytes(escapes: string): string {
  const bytes = [...escapes.matchAll(/\\(?:x([\da-fA-F]{1,2})|([0-7]{1,3}))/g)].map(([, hex, octal]) =>
    hex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hex, 16),
  );
  return Buffer.from(bytes).toString();
}

/** What bash reads within `$'…'`: `\n`, `\x41`, `\u00e9` and the like. Browsers copy curl lines so. */
export function unescapeAnsi(text: string): string {
  return text.replaceAll(ESCAPE, (all, ...more: unknown[]) => {
    const { bytes, unit, point, letter = '' } = more.at(-1) as Readonly<Record<string, string | undefined>>;
    if (bytes !== undefined) return readBytes(bytes);
    // Browsers write a character beyond the first plane as two units.
    if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
    const code = Number.parseInt(point ?? '', 16);
    if (code <= 0x10_ff_ff) return String.fromCodePoint(code);
    return ESCAPES[letter] ?? all;
  });
}
