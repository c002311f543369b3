const PART = /(\s+)|\\([^]?)|'([^']*)(?:'|$)|"((?:[^"\\]|\\[^])*)(?:"|$)|([^\s\\'"]+)/gy;

/** The words of a line as far as the cursor. */
export interface SplitLine {
  /** Those that are whole. */
  readonly words: readonly string[];
  /** The one at the cursor; empty behind a blank. */
  readonly word: string;
  /** Whether that one is within a quote. */
  readonly quoted: boolean;
}

/** Splits a line for a shell, as far as quotes and backslashes go; a quote may be open. Nothing of it is run. */
export function splitLine(line: string): SplitLine {
  const words: string[] = [];
  let [word, quoted, started] = ['', false, false];
  for (const [, blank, escaped, single, double, bare] of line.matchAll(PART)) {
    if (blank === undefined) {
      word += escaped ?? single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? bare ?? '';
      quoted ||= single !== undefined || double !== undefined;
      started = true;
      continue;
    }
    if (started) words.push(word);
    [word, quoted, started] = ['', false, false];
  }
  return { words, word, quoted };
}
