import { describe, expect, test } from 'vitest';
import { type Explanation, createTestServer } from '../src/index.js';
import { ask, signFor } from './ask.js';
import { escape, form, hmac } from './sign.js';

const server = createTestServer();
const { user, account } = server.credentials;
const now = Math.floor(server.clock.now() / 1000);
server.clock.set(new Date(now * 1000));
server.clock.freeze();

/** A client that signs one text and sends another. */
interface BrokenClient {
  readonly name: string;
  readonly args?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Changes what is sent. */
  readonly order?: (pairs: [string, string][]) => [string, string][];
  /** Makes the signature of the right parts. */
  sign(parts: { path: string; query: string; body: string; key: string; text: string }): string;
}

const args = { title: 'a b~*c', limit: '1' };
const rfc3986 = (text: string): string => text.replaceAll('+', '%20').replaceAll('%7E', '~');

const clients: BrokenClient[] = [
  { name: 'missing-ampersand', args: {}, sign: ({ path, query, key }) => hmac(key, `${path}?${query}`) },
  { name: 'missing-ampersand', args, sign: ({ path, query, body, key }) => hmac(key, `${path}?${query}${body}`) },
  { name: 'arguments-left-out', args, sign: ({ path, query, key }) => hmac(key, `${path}?${query}&`) },
  { name: 'arguments-left-out', args, sign: ({ path, query, key }) => hmac(key, `${path}?${query}`) },
  { name: 'rfc-3986', args, sign: ({ text, key }) => hmac(key, rfc3986(text)) },
  { name: 'rfc-3986', args, sign: ({ text, key }) => hmac(key, rfc3986(text).replaceAll('%2A', '*')) },
  { name: 'form-urlencoded', args, sign: ({ text, key }) => hmac(key, text.replaceAll('%2A', '*')) },
  {
    name: 'signed-before-encoding',
    args,
    sign: ({ path, query, key }) => hmac(key, `${path}?${query}&title=a b~*c&limit=1`),
  },
  {
    name: 'sorted-keys',
    args,
    sign: ({ path, query, body, key }) => hmac(key, `${path}?${query.split('&').sort().join('&')}&${body}`),
  },
  {
    name: 'sorted-keys',
    args,
    sign: ({ path, query, body, key }) =>
      hmac(key, `${path}?${query.split('&').sort().join('&')}&${body.split('&').sort().join('&')}`),
  },
  {
    name: 'unsorted-keys',
    order: (pairs) => pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    sign: ({ path, key }) => hmac(key, `${path}?${usual()}&`),
  },
  { name: 'path-without-api', sign: ({ text, key }) => hmac(key, text.slice('/api'.length)) },
  { name: 'path-without-slash', sign: ({ text, key }) => hmac(key, text.slice(1)) },
  { name: 'missing-question-mark', args, sign: ({ text, key }) => hmac(key, text.replace('?', '')) },
  { name: 'milliseconds', args, sign: ({ text, key }) => hmac(key, text.replace(String(now), `${now}042`)) },
  { name: 'upper-case-hex', args, sign: ({ text, key }) => hmac(key, text).toUpperCase() },
  { name: 'base64', args, sign: ({ text, key }) => Buffer.from(hmac(key, text), 'hex').toString('base64') },
];

function usualPairs(): [string, string][] {
  return [
    ['api', '3'],
    ['format', 'json'],
    ['authentication_type', 'user'],
    ['account', account],
    ['timestamp', String(now)],
    ['user', user.id],
  ];
}

function usual(): string {
  return form(usualPairs());
}

async function refused(client: BrokenClient): Promise<Explanation> {
  const path = '/api/item/view';
  const query = form(client.order?.(usualPairs()) ?? usualPairs());
  const body = client.body ?? form(Object.entries(client.args ?? {}));
  const signature = client.sign({ path, query, body, key: user.psk, text: `${path}?${query}&${body}` });
  const init = { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  await server.fetch(`${server.url}${path}?${query}&signature=${escape(signature)}`, init);
  const entry = server.journal.entries().at(-1);
  expect(entry?.status).toBe(3);
  if (entry?.explanation === undefined) throw new Error('no explanation');
  return entry.explanation;
}

describe('status 3', () => {
  test.each(clients.map((client, index) => ({ ...client, index })))('$name ($index)', async (client) => {
    const { mistakes, expected = '', received = '', firstDifference, summary } = await refused(client);
    expect(mistakes).toEqual([client.name]);
    expect(summary).toMatch(/^The .{30}/);
    expect(expected).toMatch(/^\/api\/item\/view\?.*&/);
    if (client.name === 'upper-case-hex' || client.name === 'base64') {
      expect(received).toBe(expected);
      expect(firstDifference).toBeUndefined();
    } else {
      const index = firstDifference?.index ?? -1;
      expect(expected.slice(0, index)).toBe(received.slice(0, index));
      expect(firstDifference).toEqual({ index, expected: expected[index] ?? '', received: received[index] ?? '' });
      expect(expected[index]).not.toBe(received[index]);
    }
  });

  test('every known mistake is in the table above', async () => {
    const { mistakes } = await import('../src/explain/mistakes.js');
    expect(new Set(clients.map(({ name }) => name))).toEqual(new Set(mistakes.map(({ name }) => name)));
  });

  test.each([{}, args, { title: 'é ~ plain' }])('a wrong key with %j is no mistake of encoding', async (given) => {
    const explanation = await refused({ name: '', args: given, sign: ({ text }) => hmac('another key', text) });
    expect(explanation.mistakes).toBeUndefined();
    expect(explanation.summary).toContain('the key is wrong, or the bytes were changed');
    expect(explanation.expected).toBe(`/api/item/view?${usual()}&${form(Object.entries(given))}`);
    expect(explanation.received).toBeUndefined();
  });

  test('bytes that were changed on the way are no mistake either', async () => {
    const explanation = await refused({
      name: '',
      args,
      sign: ({ text, key }) => hmac(key, text.replace('limit=1', 'limit=2')),
    });
    expect(explanation.mistakes).toBeUndefined();
  });

  test('a signature of another length is told', async () => {
    expect((await refused({ name: '', sign: () => 'a'.repeat(64) })).summary).toContain('SHA256');
    expect((await refused({ name: '', sign: () => 'x' })).summary).toContain('40 digits');
  });

  test('an application that signs as a user', async () => {
    await ask(server, { key: server.credentials.application });
    const summary = server.journal.entries().at(-1)?.explanation?.summary;
    expect(summary).toContain('send authentication_type=application');
  });
});

async function explained(wish: Parameters<typeof ask>[1]): Promise<Explanation | undefined> {
  await ask(server, wish);
  return server.journal.entries().at(-1)?.explanation;
}

describe('other statuses', () => {
  test('2: how far the clock is off', async () => {
    expect(await explained({ timestamp: now - 7200 })).toMatchObject({
      secondsOff: -7200,
      received: String(now - 7200),
      expected: String(now),
      summary: expect.stringContaining("2 hours behind the server's") as string,
    });
    expect((await explained({ timestamp: now * 1000 }))?.summary).toContain('milliseconds');
  });

  test('4: which token in which account', async () => {
    const academy = server.state.accounts.find(({ name }) => name === 'Academy')?.id ?? '';
    const reader = server.state.users.find(({ username }) => username === 'reader');
    if (reader === undefined) throw new Error('no reader');
    expect(await explained({ key: reader, account: `${academy},${account}` })).toMatchObject({
      token: 'item-read',
      accounts: [account],
      summary: expect.stringContaining(`no role with the token "item-read" in account ${account}`) as string,
    });
  });

  test('6: which argument and why', async () => {
    expect(await explained({ account, args: { archived: 'yes' } })).toMatchObject({
      argument: 'archived',
      received: 'yes',
      expected: 'Boolean: 1 or 0, or empty to unset',
    });
  });

  test('5, 7, 9, 290: what was given', async () => {
    expect(await explained({ path: '/api/item/vieuw' })).toMatchObject({
      received: 'item/vieuw',
      expected: 'item/view, item/create',
    });
    expect(await explained({ parameters: (list) => [...list, ['debug', '1']] })).toMatchObject({ argument: 'debug' });
    expect(await explained({ timezone: 'Mars/Olympus' })).toMatchObject({ received: 'Mars/Olympus' });
    expect(await explained({ account: 'nowhere' })).toMatchObject({ argument: 'account', received: 'nowhere' });
  });
});

test('the response tells of it only where asked', async () => {
  const telling = createTestServer({ explain: true });
  const wish = { account: 'nowhere' };
  expect((await ask(server, wish)).header).not.toHaveProperty('explanation');
  expect((await ask(telling, wish)).header.explanation).toBe('There is no account "nowhere".\nreceived: nowhere');
  const { path, query } = signFor(telling);
  const wrong = `${telling.url}${path}?${query.replace(/.$/, 'x')}`;
  expect(await (await telling.fetch(wrong, { method: 'POST' })).text()).toContain(
    '"explanation":"The signature is wrong',
  );
  expect((await ask(telling, { path: '/api/api/info' })).header).not.toHaveProperty('explanation');
});
