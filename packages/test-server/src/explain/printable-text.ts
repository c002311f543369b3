/** Control characters but the line end, and those that turn the direction of what stands behind them. */
const UNSAFE = /[^\P{Cc}\n]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A text for a terminal: what comes from whoever asks can neither move the cursor nor pass for other text. */
export function printableText(text: string): string {
  return text.replaceAll(UNSAFE, '\uFFFD');
}

/** The same in one line. */
export function printableLine(text: string): string {
  return printableText(text).replaceAll('\n', '\uFFFD');
}
