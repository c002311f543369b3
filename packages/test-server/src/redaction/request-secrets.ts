import { isSecretName } from '@streamone/core';
import { sentFields } from '../explain/sent-fields.js';
import { bodyKind } from '../form/body-kind.js';
import { shownText } from '../form/byte-string.js';
import type { FormValue } from '../form/php-array.js';
import { readForm } from '../form/read-form.js';

/** What of a request may have secrets in it, byte strings both. */
export interface RequestText {
  /** Path and query. */
  readonly target: string;
  readonly body: string;
}

// A value is looked at and not taken: there may be further names in it, as in an address.
/** `name=value`, `name: value` and `"name": "value"`, wherever they stand: in a path, a text, a form within a form. */
const NAMED =
  /(?<![\w-])(?:[0-9A-F]{2}(?<=%..))?([\w-]{1,64})(?:[\]"'\\]|%5D){0,6}\s{0,4}(?:[=:]|%3D)\s{0,4}[\\"']{0,4}(?=([^\s&;,"'<>{}\\]{1,4096}))/gi;

function* named(text: string): Generator<string, undefined> {
  for (const [, name = '', value = ''] of text.matchAll(NAMED)) {
    if (!isSecretName(name)) continue;
    yield value;
    // In an address that is itself encoded.
    yield value.split('%26', 1)[0] ?? '';
  }
}

function* texts(value: FormValue): Generator<string, undefined> {
  if (typeof value === 'string') yield shownText(value);
  else for (const inner of value.entries.values()) yield* texts(inner);
}

function* ofForm(variables: ReadonlyMap<string, FormValue>): Generator<string, undefined> {
  for (const [name, value] of variables) {
    if (isSecretName(shownText(name))) yield* texts(value);
    else if (typeof value !== 'string') yield* ofForm(value.entries);
  }
}

/** The texts that a request carries under the name of a secret, right or wrong: they are masked wherever it is shown. */
export function* requestSecrets({ target, body }: RequestText): Generator<string, undefined> {
  const mark = target.indexOf('?');
  yield* named(target);
  yield* named(body);
  if (mark !== -1) yield* ofForm(readForm(target.slice(mark + 1)).variables);
  if (bodyKind(body) === 'form') yield* ofForm(readForm(body).variables);
  for (const [name, value] of sentFields(body) ?? []) if (isSecretName(shownText(name))) yield shownText(value);
}
