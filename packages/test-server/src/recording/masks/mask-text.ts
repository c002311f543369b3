import { REDACTED } from '@streamone/core';

/** A mask: what it stands for, and which of those it is. The same value has the same mask throughout a recording. */
const MASK = /\[masked ([A-Za-z0-9_-]+) (\d+)\]/g;
const ANY = /\[masked [A-Za-z0-9_-]+ \d+\]|\[redacted\]/;

/** The mask of the nth value with a name, as `[masked challenge 1]`. */
export function maskText(name: string, index: number): string {
  return `[masked ${name} ${index}]`;
}

/** Whether something of a text is masked. */
export function isMasked(text: string): boolean {
  return text.includes(REDACTED) || ANY.test(text);
}

/** Replaces each mask of a text. */
export function replaceMasks(text: string, replace: (name: string, mask: string) => string): string {
  return text.includes('[masked ') ? text.replace(MASK, (mask, name: string) => replace(name, mask)) : text;
}

/** Whether a text is what a recorded one may have been: a mask may have been anything. */
export function fitsMasked(recorded: string, given: string): boolean {
  if (!isMasked(recorded)) return recorded === given;
  const [first = '', ...rest] = recorded.split(new RegExp(ANY, 'g'));
  const last = rest.pop() ?? '';
  if (!given.startsWith(first) || !given.slice(first.length).endsWith(last)) return false;
  let at = first.length;
  const end = given.length - last.length;
  for (const part of rest) {
    const found = given.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
