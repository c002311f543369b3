import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { byteString } from '../form/byte-string.js';
import { nodeHmac } from './node-hmac.js';
import { portableHmac } from './portable-hmac.js';

describe.each([
  ['node', nodeHmac],
  ['portable', portableHmac],
])('%s HMAC', (_, hmac) => {
  test('is HMAC-SHA1 of the bytes in lower-case hex', () => {
    for (const length of [0, 1, 63, 64, 65, 300]) {
      const bytes = randomBytes(length);
      const key = 'sleutel-é-'.repeat(length % 11);
      expect(hmac(key, byteString(bytes))).toBe(createHmac('sha1', key).update(bytes).digest('hex'));
    }
  });
});
