import { element } from './element.js';
import { visibleParts } from './visible-parts.js';

/** Longer texts are cut until somebody wants all of it. */
const LONG = 2000;

function nodes(text: string, spaces: boolean): (Node | string)[] {
  return visibleParts(text, spaces).map((part) =>
    part.sign ? element('span', { class: 'sign' }, part.text) : part.text,
  );
}

/**
 * Shows a text that somebody else wrote: what can't be seen gets a sign, and nothing in it changes
 * the direction of what stands around it.
 */
export function shownText(text: string, spaces = false): HTMLElement {
  if (text.length <= LONG) return element('bdi', { class: 'text' }, ...nodes(text, spaces));
  const rest = element(
    'button',
    { type: 'button', class: 'quiet', click: () => shown.replaceChildren(...nodes(text, spaces)) },
    `Show all ${text.length.toLocaleString('en')} characters`,
  );
  const shown = element('bdi', { class: 'text' }, ...nodes(text.slice(0, LONG), spaces), '\u2026 ', rest);
  return shown;
}
