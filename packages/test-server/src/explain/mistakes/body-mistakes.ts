import { utf8ByteString, utf8Text } from '../../form/byte-string.js';
import { bodyKind } from '../../form/body-kind.js';
import { asPhp } from '../pair-writer.js';
import { shownBody } from '../shown-body.js';
import type { SignedPair, Signing } from '../signing.js';
import { sentFields } from '../sent-fields.js';
import type { Mistake } from './mistake.js';

type Fields = Readonly<Record<string, string | number>>;

function asNumbers(fields: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, /^(?:0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value]),
  );
}

function escapedUnicode(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** JSON as JavaScript, PHP and Python write it. */
function jsonForms(fields: Fields): string[] {
  const plain = JSON.stringify(fields);
  const spaced = `{${Object.entries(fields)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(', ')}}`;
  return [plain, escapedUnicode(plain.replaceAll('/', '\\/')), escapedUnicode(spaced)];
}

function asJson(signing: Signing): Signing[] {
  const { arguments: pairs } = signing;
  if (pairs.length === 0 || pairs.some(({ shown }) => shown !== undefined)) return [];
  const fields = Object.fromEntries(pairs.map(({ name, value }) => [utf8Text(name) ?? name, utf8Text(value) ?? value]));
  return [fields, asNumbers(fields)].flatMap(jsonForms).map((json) => {
    const raw = utf8ByteString(json);
    const shown = (): string => utf8ByteString(shownBody(raw));
    return { ...signing, arguments: [{ raw, name: '', value: '', shown }] };
  });
}

/** The arguments as a form, where the body that was sent is none. */
function asForm(signing: Signing): Signing[] {
  const [body, ...more] = signing.arguments;
  if (body?.shown === undefined || more.length > 0) return [];
  const fields = sentFields(body.raw);
  if (fields === undefined) return [];
  const list: SignedPair[] = fields.map(([name, value]) => ({
    raw: asPhp({ raw: '', name, value }),
    name,
    value,
  }));
  return [
    { ...signing, arguments: list },
    // PHP leaves out what is null.
    { ...signing, arguments: list.filter(({ value }) => value !== '') },
  ];
}

/** Mistakes in what the arguments are written as. */
export const bodyMistakes: readonly Mistake[] = [
  {
    name: 'body-is-no-form',
    says: 'The arguments were signed as a form, and the body that was sent is none; send the very form that is signed, as application/x-www-form-urlencoded (in PHP: http_build_query($arguments) for CURLOPT_POSTFIELDS, not the array).',
    detail: (_signed, _right, { parts }) => `The body is ${bodyKind(parts.arguments.raw)}.`,
    apply: asForm,
  },
  {
    name: 'json-signed',
    says: 'The arguments are JSON in the string to sign, and a form in the body that was sent; sign the form.',
    apply: asJson,
  },
];
