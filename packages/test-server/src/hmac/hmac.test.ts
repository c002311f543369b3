import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { byteString } from '../form/byte-string.js';
import { nodeHmac } from './node-hmac.js';
import { nodeKeyedHmac } from './node-keyed-hmac.js';
import { portableHmac } from './portable-hmac.js';
import { portableKeyedHmac } from './portable-keyed-hmac.js';

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

describe.each([
  ['node', nodeKeyedHmac],
  ['portable', portableKeyedHmac],
])('%s HMAC with one key for many messages', (_, keyedHmac) => {
  test.each([0, 1, 63, 64, 65, 200])('is the same, with a key of %i bytes', (size) => {
    const key = randomBytes(size);
    const hmac = keyedHmac(byteString(key));
    // Long ones before short ones: nothing of an earlier message may be left over.
    for (const length of [0, 5000, 1, 63, 64, 65, 20_000, 300]) {
      const bytes = randomBytes(length);
      expect(hmac(byteString(bytes))).toBe(createHmac('sha1', key).update(bytes).digest('hex'));
    }
  });
});
