import { createHmac } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { webHmac } from '../index.js';

test('equals node:crypto for any key and message', async () => {
  for (const [key, message] of [
    ['k', ''],
    ['ключ', 'сообщение 🎬'],
    ['x'.repeat(200), 'y'.repeat(10_000)],
    ...Array.from({ length: 40 }, (_, index) => [`key ${index}`, 'more keys than are kept'] as const),
    ['k', 'the first key again'],
  ] as const) {
    expect(await webHmac(key, message)).toBe(createHmac('sha1', key).update(message).digest('hex'));
  }
});

test('a key is imported once, and again after a failure', async () => {
  const importKey = vi.spyOn(crypto.subtle, 'importKey');
  importKey.mockRejectedValueOnce(new Error('not now'));
  await expect(webHmac('a key that fails', 'm')).rejects.toThrow('not now');
  await webHmac('a key that fails', 'm');
  await webHmac('a key that fails', 'm');
  expect(importKey).toHaveBeenCalledTimes(2);
  importKey.mockRestore();
});

test.each([undefined, {}])('without WebCrypto it says what to do', async (missing) => {
  vi.stubGlobal('crypto', missing);
  await expect(webHmac('k', 'm')).rejects.toThrow(/^hmac: expected a runtime with WebCrypto, or an hmac function/);
  vi.unstubAllGlobals();
});
