import { signal } from '@preact/signals';

/** What a screen reader is to say now. */
export const announcement = signal('');

/** Has a screen reader say something, the same text twice in a row too. */
export function announce(text: string): void {
  announcement.value = announcement.peek() === text ? `${text}\u00A0` : text;
}
