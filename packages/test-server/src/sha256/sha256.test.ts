import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { byteString } from '../form/byte-string.js';
import { nodeSha256 } from './node-sha256.js';
import { portableSha256 } from './portable-sha256.js';

describe.each([
  ['node', nodeSha256],
  ['portable', portableSha256],
])('%s SHA-256', (_, sha256) => {
  test('is SHA-256 of the bytes in lower-case hex', () => {
    for (const length of [0, 1, 55, 56, 64, 300]) {
      const bytes = randomBytes(length);
      expect(sha256(byteString(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});
