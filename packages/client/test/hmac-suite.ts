import { createHmac, webcrypto } from 'node:crypto';
import type { Hmac } from '@streamone/core';
import { describe, expect, test } from 'vitest';
import signing from '../../core/vectors/signing.json' with { type: 'json' };

const cases = signing.cases.map((each) => [each.name, each.key, each.string_to_sign, each.signature] as const);

/** What a way to compute HMAC-SHA1 is held to. */
export function hmacSuite(name: string, hmac: Hmac): void {
  describe(`HMAC by ${name}`, () => {
    test.for(cases)('gives the signature of "%s"', async ([, key, text, signature]) => {
      expect(await hmac(key, text)).toBe(signature);
    });

    test('takes a CryptoKey that can not be read', async () => {
      const [, key, text, signature] = cases[0] ?? [];
      const algorithm = { name: 'HMAC', hash: 'SHA-1' };
      const cryptoKey = await webcrypto.subtle.importKey('raw', Buffer.from(String(key)), algorithm, false, ['sign']);
      expect(await hmac(cryptoKey as never, String(text))).toBe(signature);
    });

    test('takes keys and messages beyond ASCII and of any length', async () => {
      for (const [key, text] of [
        ['ключ', 'é😀'],
        ['k'.repeat(200), ''],
        ['k', 'm'.repeat(10_000)],
      ] as const) {
        expect(await hmac(key, text)).toBe(createHmac('sha1', key).update(text).digest('hex'));
      }
    });

    test('keeps many keys apart, at once', async () => {
      const keys = Array.from({ length: 60 }, (_, at) => `key ${at % 30}`);
      const made = await Promise.all(keys.map(async (key) => hmac(key, 'message')));
      expect(made).toEqual(keys.map((key) => createHmac('sha1', key).update('message').digest('hex')));
    });
  });
}
