import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTestServer, explainRequest } from '../src/browser.js';
import { ask, view } from './ask.js';
import { sign } from './sign.js';

/** Every module that a module leads to, by its address, with what it imports from elsewhere. */
function modules(entry: URL, seen = new Map<string, string[]>()): Map<string, string[]> {
  if (seen.has(entry.href)) return seen;
  const source = readFileSync(entry, 'utf8');
  const imported = [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name = '']) => name);
  seen.set(
    entry.href,
    imported.filter((name) => !name.startsWith('.')),
  );
  for (const name of imported) {
    if (name.startsWith('.')) modules(new URL(name.replace(/\.js$/, '.ts'), entry), seen);
  }
  return seen;
}

test('what a browser loads needs nothing of Node', () => {
  const found = modules(new URL('../src/browser.ts', import.meta.url));
  expect(found.size).toBeGreaterThan(50);
  const foreign = new Set([...found.values()].flat().map((name) => name.split('/').slice(0, 2).join('/')));
  expect(foreign).toEqual(new Set(['@streamone/core', '@noble/hashes', 'jpeg-js', 'mediabunny']));
});

test('what verifies requests uses nothing that makes them', () => {
  const found = modules(new URL('../src/index.ts', import.meta.url));
  const ofCore = new Set([...found.values()].flat().filter((name) => name.startsWith('@streamone/')));
  // `password` gives what a scenario's plain password is kept as; logins are checked without it. `media` writes XSPF;
  // signed links are checked without it.
  const known = [
    '@streamone/core',
    '@streamone/core/catalogue',
    '@streamone/core/media',
    '@streamone/core/password',
    '@streamone/core/statuses',
  ];
  expect(ofCore).toEqual(new Set(known));
  for (const address of found.keys()) {
    const source = readFileSync(new URL(address), 'utf8');
    expect(source).not.toMatch(
      /\b(?:signRequest|encodeForm|passwordResponse|v2Hash|webHmac|signMediaLink|verifyMediaLink)\b/,
    );
  }
});

test('the server for browsers answers as the one for Node', async () => {
  const server = createTestServer();
  expect((await view(server, { limit: '2' })).body).toHaveLength(2);
  const refused = await ask(server, { key: { ...server.credentials.user, psk: 'wrong' } });
  expect(refused.header.status).toBe(3);
});

test('a browser can explain a request as Node can', async () => {
  const user = { id: 'a-user', psk: 'the-key-of-a-user' };
  const request = { account: 'somewhere', args: { title: 'a b' } };
  const { target, body } = sign({ key: user, ...request });
  expect(await explainRequest({ method: 'POST', target, body }, { user })).toMatchObject({ signed: true });
  const wrong = sign({ key: { ...user, psk: `${user.psk}\n` }, ...request });
  const found = await explainRequest({ method: 'POST', target: wrong.target, body: wrong.body }, { user });
  expect(found).toMatchObject({ signed: false, explanation: { mistakes: ['key-with-blank'] } });
});
