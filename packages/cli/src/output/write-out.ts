import { once } from 'node:events';

const STEERING = /[\u007f-\u009f]/g;

/** JSON keeps a terminal safe from all that steers it but these characters, which it may write as escapes. */
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Writes data on stdout, at the pace of whoever reads it. */
export async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** A value as JSON; on a terminal without characters that steer it. */
export function jsonText(value: unknown, indent?: number): string {
  // What JSON can't tell, as undefined, is told as null.
  const text = JSON.stringify(value, null, indent) ?? 'null';
  return process.stdout.isTTY ? text.replace(STEERING, escaped) : text;
}

/** Tells a person something beside the data: on stderr, when that is a terminal, unless they want it quiet. */
export function note(text: string, options: { readonly quiet?: boolean }): void {
  if (options.quiet !== true && process.stderr.isTTY) process.stderr.write(`${text}\n`);
}
