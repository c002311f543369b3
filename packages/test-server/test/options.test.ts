import { expect, test } from 'vitest';
import { type SocketOptions, createTestServer, explanationText, startTestServer } from '../src/index.js';

test.each([
  [{ explain: 'yes' }, 'explain: expected true or false, given "yes".'],
  [{ cors: 1 }, 'cors: expected true or false'],
  [{ admin: null }, 'admin: expected true or false'],
  [{ allowRemote: 'no' }, 'allowRemote: expected true or false'],
  [{ clock: 5 }, 'clock: expected a function'],
  [{ onRefusal: true }, 'onRefusal: expected a function'],
  [{ host: 5 }, 'host: expected an address'],
  [{ port: '80' }, 'port: expected a whole number'],
  [{ seed: '1' }, 'seed: expected a whole number from 0'],
  [{ uploads: 5 }, 'uploads: expected an object'],
  [{ uploads: { maxSize: 5 } }, 'expected options named maxFileSize, maxTotal, given "uploads.maxSize".'],
  [{ explan: true }, 'given "explan". Did you mean "explain"?'],
])('%o is refused', async (options, message) => {
  const given: unknown = options;
  await expect(startTestServer(given as SocketOptions)).rejects.toThrow(message);
});

test('an option that is undefined is as good as not given', () => {
  const options: unknown = { seed: undefined, explain: undefined, uploads: { maxTotal: undefined } };
  expect(createTestServer(options as SocketOptions).credentials).toEqual(createTestServer().credentials);
});

test.each([{ port: 8080 }, { host: '127.0.0.1' }, { allowRemote: true }])(
  'without a socket, %o is refused',
  (options) => {
    const given: SocketOptions = options;
    expect(() => createTestServer(given)).toThrow(
      /expected nothing: this server listens on no socket.*startTestServer\(\)/,
    );
  },
);

test('what was expected and received alike is told once', () => {
  const text = '/api/item/view?&';
  expect(explanationText({ summary: 'The key.', expected: text, received: text })).toBe(
    `The key.\nexpected and received: ${text}`,
  );
  expect(explanationText({ summary: 'It.', expected: 'a', received: 'b' })).toBe('It.\nexpected: a\nreceived: b');
});
