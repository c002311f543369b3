import type { Hmac } from '@streamone/core';
import { describe, expect, test } from 'vitest';
import signing from '../../core/vectors/signing.json' with { type: 'json' };

const cases = signing.cases.map((each) => [each.name, each.key, each.string_to_sign, each.signature] as const);

/** What a way to compute HMAC-SHA1 is held to; in a page too, so that nothing of Node's is in it. */
export function hmacSuite(name: string, hmac: Hmac): void {
  describe(`HMAC by ${name}`, () => {
    test.for(cases)('gives the signature of "%s"', async ([, key, text, signature]) => {
      expect(await hmac(key, text)).toBe(signature);
    });

    test('takes a CryptoKey that can not be read', async () => {
      const [, key, text, signature] = cases[0] ?? [];
      const algorithm = { name: 'HMAC', hash: 'SHA-1' };
      const bytes = new TextEncoder().encode(String(key));
      const cryptoKey = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
      expect(await hmac(cryptoKey as never, String(text))).toBe(signature);
    });

    test('takes keys and messages beyond ASCII and of any length', async () => {
      for (const [key, text, signature] of [
        ['ключ', 'é😀', 'e38d5c76bb69c6b1f91e9f6ca9574f601e0af9e6'],
        ['k'.repeat(200), '', '28b570577d1d66cd83c799979a6f134e5a8811c3'],
        ['k', 'm'.repeat(10_000), '83f4f3cf39b54abbe7dc4a563bbfba186a0dd6ae'],
      ] as const) {
        expect(await hmac(key, text)).toBe(signature);
      }
    });

    test('keeps many keys apart, at once', async () => {
      const keys = Array.from({ length: 60 }, (_, at) => `key ${at % 30}`);
      const made = await Promise.all(keys.map(async (key) => hmac(key, 'message')));
      expect(made.slice(0, 3)).toEqual([
        'e47c3ccf3cd2be2f8a6f4648870fbfa70d2a8c64',
        'cfcd788bfa61f5e00e4b0f2e4c528dd75c04517a',
        '41bb67edb7191e3b6209f121c6e251d8ad57f1f2',
      ]);
      expect(new Set(made).size).toBe(30);
      expect(made.slice(30)).toEqual(made.slice(0, 30));
    });
  });
}
