import { signal } from '@preact/signals';
import { person } from './session.ts';

/** What a screen reader is to say now. */
export const announcement = signal('');

// It may name what is another person's.
person.subscribe(() => (announcement.value = ''));

/** Has a screen reader say something, the same text twice in a row too. */
export function announce(text: string): void {
  announcement.value = announcement.peek() === text ? `${text}\u00A0` : text;
}
