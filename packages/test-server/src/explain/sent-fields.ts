import { utf8ByteString, utf8Text } from '../form/byte-string.js';
import { bodyKind } from '../form/body-kind.js';

/** A field of a body, byte strings both. */
export type SentField = readonly [name: string, value: string];

function written(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return String(value);
    case 'boolean':
      return value ? '1' : '0';
    default:
      if (value === null) return '';
      return Array.isArray(value) ? value.map((element) => written(element) ?? '').join(',') : undefined;
  }
}

function jsonFields(body: string): SentField[] | undefined {
  try {
    const value: unknown = JSON.parse(utf8Text(body) ?? '');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.entries(value).map(([name, field]) => [utf8ByteString(name), utf8ByteString(written(field) ?? '')]);
  } catch {
    return undefined;
  }
}

function multipartFields(body: string): SentField[] {
  const boundary = /^\s*(--[^\r\n]+)/.exec(body)?.[1] ?? '';
  return body
    .split(boundary)
    .slice(1)
    .flatMap((part) => {
      const head = /^\r?\n([^]*?)\r?\n\r?\n/.exec(part);
      const name = / name="([^"]*)"/.exec(head?.[1] ?? '')?.[1];
      if (head === null || name === undefined) return [];
      return [[name, part.slice(head[0].length).replace(/\r?\n$/, '')] as const];
    });
}

/** The fields of a body that is no form, as a form would have them; `undefined` where there are none to be read. */
export function sentFields(body: string): readonly SentField[] | undefined {
  const kind = bodyKind(body);
  if (kind === 'JSON') return jsonFields(body);
  return kind === 'multipart' ? multipartFields(body) : undefined;
}
