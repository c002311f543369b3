import { REDACTED, isSecretName } from '@streamone/core';
import { shownText, utf8Text } from '../form/byte-string.js';
import { bodyKind } from '../form/body-kind.js';

/** A body of JSON as a value, secret fields masked, and whether any were; `undefined` where it is no JSON. */
export function shownJson(body: string): { readonly value: unknown; readonly masked: boolean } | undefined {
  let masked = false;
  try {
    const value: unknown = JSON.parse(utf8Text(body) ?? '', (name, field: unknown) => {
      if (!isSecretName(name) || field === '' || field === null) return field;
      masked = true;
      return REDACTED;
    });
    return { value, masked };
  } catch {
    return undefined;
  }
}

/** A body that is no form, for people: JSON with its secrets masked, all else in a few words. */
export function shownBody(body: string): string {
  const kind = bodyKind(body);
  const json = kind === 'JSON' ? shownJson(body) : undefined;
  if (json === undefined) return `[${kind} body of ${body.length} bytes]`;
  return json.masked ? JSON.stringify(json.value) : shownText(body);
}
