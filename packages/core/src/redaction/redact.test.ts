import { describe, expect, test } from 'vitest';
import { REDACTED, Secret, isSecretName, redact, redactText } from '../index.js';

test.each([
  'psk',
  'PSK',
  'key',
  'password',
  'newPassword',
  'signature',
  'Signature',
  'uploadtoken',
  'token',
  'access_token',
  'v2hash',
  'sessionkey',
  'session_key',
  'api-key',
  'pre_shared_key',
  'secret key',
  'userkey',
  'appKey',
  'access-key',
  'hmac',
  'passphrase',
  'db_pwd',
  'passwordHash',
  'jwt',
  'bearer',
  'STREAMONE_USER_PSK',
  'challenge',
  'response',
  'Set-Cookie',
  'authorization',
])('a secret by its name: %s', (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each([
  'id',
  'user',
  'keywords',
  'tokens',
  'metadatakey',
  'metadatakeys',
  'monkey',
  'passed',
  'responsetime',
  'signuser',
  'securityprofile',
  'secure',
  '',
])('no secret by its name: %s', (name) => {
  expect(isSecretName(name)).toBe(false);
});

test.each([
  ['{"psk":"canary","id":"x"}', '{"psk":"[redacted]","id":"x"}'],
  ['{"psk" : "can\\"ary"}', '{"psk" : "[redacted]"}'],
  ['{"psk":"canary', '{"psk":"[redacted]'],
  ['{"token":12345}', '{"token":"[redacted]"}'],
  ['{"token":["canary","canary"],"a":1}', '{"token":"[redacted]","a":1}'],
  ["{ psk: 'canary', id: 'x' }", "{ psk: '[redacted]', id: 'x' }"],
  ['{"log":"{\\"psk\\":\\"canary\\",\\"id\\":1}"}', '{"log":"{\\"psk\\":\\"[redacted]\\",\\"id\\":1}"}'],
  ['{"log":"{\\"psk\\":\\"can\\\\\\"canary\\",\\"id\\":1}"}', '{"log":"{\\"psk\\":\\"[redacted]\\",\\"id\\":1}"}'],
  ['?user=U&signature=canary&x=1', '?user=U&signature=[redacted]&x=1'],
  ['password=can%26ary&x=1', 'password=[redacted]&x=1'],
  ['returnurl=https%3A%2F%2Fa%3Fsignature%3Dcanary%26x', 'returnurl=https%3A%2F%2Fa%3Fsignature%3D[redacted]%26x'],
  ['&amp;signature=canary&amp;x', '&amp;signature=[redacted]&amp;x'],
  ['Authorization: Bearer canary\r\nHost: x', 'Authorization: [redacted]\r\nHost: x'],
  ['STREAMONE_USER_PSK=canary', 'STREAMONE_USER_PSK=[redacted]'],
  ['psk: expected a text, given [redacted].', 'psk: expected a text, given [redacted].'],
  ['limit=5&keywords=a&tokens=2', 'limit=5&keywords=a&tokens=2'],
  ['', ''],
])('text: %s', (text, masked) => {
  expect(redactText(text)).toBe(masked);
});

test('texts that the caller knows are masked verbatim, also with characters of patterns', () => {
  expect(redactText('a $1.x* b $1.x* c', ['$1.x*', ''])).toBe('a [redacted] b [redacted] c');
});

test('masking is no change the second time', () => {
  const once = redactText('{"psk":"a"} signature=b password: "c"');
  expect(redactText(once)).toBe(once);
});

test.each(['"psk":"', 'a-', 'token', '"token":[', '"psk"\\\\', 'signature%3D', 'key: '])(
  'huge texts of %j are fast',
  (part) => {
    const start = performance.now();
    redactText(part.repeat(500_000 / part.length));
    expect(performance.now() - start).toBeLessThan(1000);
  },
);

function refuse(): never {
  throw new Error('canary');
}

describe('values', () => {
  const circular: { self?: unknown; id: string } = { id: 'x' };
  circular.self = circular;
  const throwing = {
    id: 'x',
    get bad(): string {
      throw new Error('canary');
    },
  };

  test.each<[string, unknown, unknown]>([
    [
      'fields by name',
      { psk: 'canary', id: 'x', list: [{ token: 'canary' }] },
      { psk: REDACTED, id: 'x', list: [{ token: REDACTED }] },
    ],
    [
      'a field that is empty is not hidden',
      { psk: '', key: null, token: undefined },
      { psk: '', key: null, token: undefined },
    ],
    ['texts within', ['x?signature=canary'], ['x?signature=[redacted]']],
    [
      'a Map',
      new Map<unknown, unknown>([
        ['psk', 'canary'],
        [1, 'x'],
      ]),
      { psk: REDACTED, 1: 'x' },
    ],
    ['a Set', new Set(['psk=canary']), ['psk=[redacted]']],
    ['a URL', new URL('https://a.test/?signature=canary'), 'https://a.test/?signature=[redacted]'],
    ['URLSearchParams', new URLSearchParams('signature=canary&x=1'), { signature: REDACTED, x: '1' }],
    ['Headers', new Headers({ Authorization: 'canary', Host: 'x' }), { authorization: REDACTED, host: 'x' }],
    ['a Secret', { value: new Secret('canary') }, { value: REDACTED }],
    ['bytes', { data: new TextEncoder().encode('canary') }, { data: '[6 bytes]' }],
    ['a buffer', Buffer.from('canary'), '[6 bytes]'],
    [
      'an error',
      new TypeError('psk=canary', { cause: new Error('key="x"') }),
      { name: 'TypeError', message: 'psk=[redacted]', cause: { name: 'Error', message: 'key="x"' } },
    ],
    [
      'an error with a code and more',
      Object.assign(new Error('x'), { code: 'E', request: { psk: 'canary' } }),
      { name: 'Error', message: 'x', code: 'E' },
    ],
    ['a circle', circular, { id: 'x', self: '[circular]' }],
    ['a getter that throws', throwing, { id: 'x', bad: '[unreadable]' }],
    ['toJSON', { when: { toJSON: () => ({ psk: 'canary', at: 1 }) } }, { when: { psk: REDACTED, at: 1 } }],
    [
      'toJSON that throws',
      {
        toJSON: () => {
          throw new Error('canary');
        },
      },
      '[unreadable]',
    ],
    [
      'toJSON that gives itself',
      {
        toJSON(): unknown {
          return this;
        },
      },
      '[circular]',
    ],
    ['what JSON has not', [10n, () => 1, Symbol('canary')], ['10', '[function]', '[symbol]']],
    ['a date', new Date(0), new Date(0)],
    ['plain values', [1, true, null, undefined], [1, true, null, undefined]],
    [
      'a field named as the prototype',
      JSON.parse('{"__proto__":{"psk":"canary"}}'),
      JSON.parse('{"__proto__":{"psk":"[redacted]"}}'),
    ],
    ['the same object twice is no circle', [throwing, throwing].map(({ id }) => ({ id })), [{ id: 'x' }, { id: 'x' }]],
  ])('%s', (_, value, masked) => {
    expect(redact(value)).toEqual(masked);
  });

  test('a proxy that refuses everything', () => {
    const proxy = new Proxy({}, { ownKeys: refuse, get: refuse, has: refuse, getPrototypeOf: refuse });
    expect(JSON.stringify(redact({ proxy }))).toBe('{"proxy":"[unreadable]"}');
  });

  test('the value itself is not touched', () => {
    const value = Object.freeze({ psk: 'canary', list: Object.freeze([1]) });
    expect(redact(value)).not.toBe(value);
    expect(value.psk).toBe('canary');
  });

  test('what is deep, wide or refers to itself many times ends soon', () => {
    let deep: unknown = 'canary';
    for (let level = 0; level < 100_000; level++) deep = { deep };
    expect(JSON.stringify(redact(deep))).toContain('[deeper]');
    const many: Record<string, unknown> = {};
    for (let index = 0; index < 50; index++) many[`to${index}`] = many;
    let shared: unknown = 'x';
    for (let level = 0; level < 11; level++) shared = Array.from({ length: 50 }, () => shared);
    const start = performance.now();
    redact(many);
    redact(shared);
    redact(Array.from({ length: 1_000_000 }, () => ({ a: 1 })));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
