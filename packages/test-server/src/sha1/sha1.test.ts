import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { byteString } from '../form/byte-string.js';
import { nodeSha1 } from './node-sha1.js';
import { portableSha1 } from './portable-sha1.js';

test.each([
  ['node', nodeSha1],
  ['portable', portableSha1],
])('%s SHA-1 is that of the bytes', (_, sha1) => {
  for (const length of [0, 1, 55, 56, 64, 300]) {
    const bytes = randomBytes(length);
    expect(sha1(byteString(bytes))).toBe(createHash('sha1').update(bytes).digest('hex'));
  }
});
