import { describe, expect, test } from 'vitest';
import signing from '../../../core/vectors/signing.json' with { type: 'json' };
import sorted from '../../../core/vectors/sorted-order.json' with { type: 'json' };
import { utf8ByteString } from '../form/byte-string.js';
import { readForm } from '../form/read-form.js';
import { nodeHmac } from '../hmac/node-hmac.js';
import { portableHmac } from '../hmac/portable-hmac.js';
import type { SignedParts } from './strings-to-sign.js';
import { verifySignature } from './verify-signature.js';

interface Case {
  readonly name: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly signature: string;
  readonly key: string;
}

const cases: Case[] = [
  ...signing.cases.map((vector) => ({
    name: `${vector.contract}: ${vector.name}`,
    path: `/api/${vector.command}/${vector.action}`,
    query: vector.parameters_query,
    body: vector.arguments_query,
    signature: vector.signature,
    key: vector.key,
  })),
  ...sorted.cases.map((vector, index) => ({
    name: `sorted order ${index}`,
    path: `/api/${vector.command}/${vector.action}`,
    query: vector.parameters_sorted,
    body: vector.arguments_sorted_query,
    signature: vector.signature,
    key: vector.key,
  })),
];

function parts({ path, query, body }: Pick<Case, 'path' | 'query' | 'body'>): SignedParts {
  return { path, parameters: readForm(query), arguments: readForm(utf8ByteString(body)) };
}

function flip(text: string, at: number): string {
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
}

describe.each([
  ['node', nodeHmac],
  ['portable', portableHmac],
])('verified with the %s HMAC', (_, hmac) => {
  test.each(cases)('$name', ({ name, path, query, body, signature, key }) => {
    const last = `${query}&signature=${signature}`;
    const first = `signature=${signature}&${query}`;
    const [head = '', ...rest] = query.split('&');
    const middle = [head, `signature=${signature}`, ...rest].join('&');
    for (const place of [last, first, middle]) {
      expect(verifySignature(parts({ path, query: place, body }), signature, key, hmac)).toBe(true);
    }
    // What was sent with %20 for a space is the same to PHP.
    // PHP renames the names that our client refuses.
    if (name.startsWith('refused')) return;
    const spaced = parts({ path, query: last.replaceAll('+', '%20'), body: body.replaceAll('+', '%20') });
    expect(verifySignature(spaced, signature, key, hmac)).toBe(true);
  });
});

test('there are vectors of every contract', () => {
  expect(new Set(signing.cases.map(({ contract }) => contract))).toEqual(
    new Set(['same', 'refused', 'other order', 'differs', 'reference only']),
  );
});

test.each(cases)('one flipped bit is noticed: $name', ({ path, query, body, signature, key }) => {
  const last = `${query}&signature=${signature}`;
  const right = parts({ path, query: last, body });
  for (const at of [0, 20, 39]) expect(verifySignature(right, flip(signature, at), key, nodeHmac)).toBe(false);
  expect(verifySignature(right, signature, flip(key, key.length - 1), nodeHmac)).toBe(false);
  expect(verifySignature(right, signature.slice(0, 39), key, nodeHmac)).toBe(false);
  expect(verifySignature(right, `${signature}0`, key, nodeHmac)).toBe(false);
  expect(verifySignature(right, '', key, nodeHmac)).toBe(false);
  expect(verifySignature(parts({ path: flip(path, 7), query: last, body }), signature, key, nodeHmac)).toBe(false);
  const timestamp = last.indexOf('timestamp=') + 'timestamp='.length;
  expect(verifySignature(parts({ path, query: flip(last, timestamp), body }), signature, key, nodeHmac)).toBe(false);
  const more = parts({ path, query: last, body: `${body}&x=1` });
  expect(verifySignature(more, signature, key, nodeHmac)).toBe(false);
});
