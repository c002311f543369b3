import { shownText } from '../form/byte-string.js';
import type { FormValue } from '../form/php-array.js';

/** The variables of a form as texts, nested where a name had brackets; nothing is masked yet. */
export function shownForm(variables: ReadonlyMap<string, FormValue>): Readonly<Record<string, unknown>> {
  const shown = Array.from(variables, ([name, value]): [string, unknown] => [
    shownText(name),
    typeof value === 'string' ? shownText(value) : shownForm(value.entries),
  ]);
  return Object.fromEntries(shown);
}
