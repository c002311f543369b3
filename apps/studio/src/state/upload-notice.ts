import type { QueueEntry } from '@streamone/browser';
import { signal } from '@preact/signals';
import { announce } from './announcement.ts';
import { person } from './session.ts';

/** What the person is to know of files that they gave and that were not taken; empty for nothing. */
export const uploadNotice = signal('');

person.subscribe(() => (uploadNotice.value = ''));

/** Shows a notice and has it read out. */
export function notice(text: string): void {
  uploadNotice.value = text;
  if (text !== '') announce(text);
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** Says that a file is in the list already. */
export function tellKnown({ name, state, elsewhere }: QueueEntry): string {
  const where = elsewhere === true ? ', in another tab' : '';
  if (state === 'done') return `${quoted([name])} is uploaded already${where}.`;
  if (state === 'unknown') return `${quoted([name])} was uploaded before${where}, and may have arrived: see Uploads.`;
  return `${quoted([name])} is in the list of uploads already${where}.`;
}

/** Says which files were given back that none was asked for; empty where all of them were. */
export function tellStrangers(given: readonly File[], needed: readonly QueueEntry[]): string {
  const strangers = given.filter(
    ({ name, size, lastModified }) =>
      !needed.some((entry) => entry.name === name && entry.size === size && entry.lastModified === lastModified),
  );
  if (strangers.length === 0) return '';
  const changed = strangers.filter(({ name }) => needed.some((entry) => entry.name === name));
  const others = strangers.filter((file) => !changed.includes(file));
  const missing = [...new Set(needed.map(({ name }) => name))];
  return [
    others.length > 0 && `${quoted(others.map(({ name }) => name))} was given, but ${quoted(missing)} is needed.`,
    changed.length > 0 &&
      `${quoted(changed.map(({ name }) => name))} is not as it was when it was added: remove it from the list and upload it anew.`,
  ]
    .filter(Boolean)
    .join(' ');
}
