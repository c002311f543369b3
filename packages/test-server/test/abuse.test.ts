import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, createTestServer } from '../src/index.js';
import { nodeRuntime } from '../src/node-runtime.js';
import { createServerCore } from '../src/server-core.js';
import { adapters } from './adapters.js';
import { type Envelope, type PartialWish, signFor } from './ask.js';
import { sign } from './sign.js';

const LARGEST = 1_048_576;

describe.each(adapters)('over $name', (adapter) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await adapter.start();
  });
  afterAll(() => server.close());

  /** The status of the API, or that of HTTP as a text. */
  async function status(wish: PartialWish): Promise<number | string> {
    const { target, body } = signFor(server, { account: server.credentials.account, ...wish });
    const answer = await adapter.send(server, { target, body: Buffer.from(body, 'latin1') });
    if (answer.status !== 200) return `HTTP ${answer.status}`;
    return (JSON.parse(answer.text) as Envelope<unknown>).header.status;
  }

  test.each([
    ['an escape that is none', 'searchtitle=%zz', 0],
    ['half an escape at the end', 'searchtitle=%', 0],
    ['bytes that are no UTF-8', 'searchtitle=\u00ff\u00fe', 6],
    ['the same in escapes', 'searchtitle=%FF%FE', 6],
    ['a byte too few', 'searchtitle=%E2%82', 6],
    ['a letter in too many bytes', 'searchtitle=%C1%81', 6],
    ['NUL in too many bytes', 'searchtitle=%C0%80', 6],
    ['half a surrogate pair', 'searchtitle=%ED%A0%80', 6],
    ['past the last code point', 'searchtitle=%F4%90%80%80', 6],
    ['a name that is no UTF-8', '%FF=1', 6],
    ['NUL in a value', 'searchtitle=a%00b', 0],
    ['NUL that ends a name', 'searchtitle%00x=news', 0],
    ['a name that is nothing but NUL', '%00=1', 0],
    ['no names at all', '=1&=2&==&&&', 0],
    ['an argument twice: the last one counts', 'limit=nothing&limit=1', 0],
    ['an argument twice, the last one wrong', 'limit=1&limit=nothing', 6],
    ['an argument as a text and as a list', 'limit=1&limit[]=2', 6],
    ['names of objects', '__proto__=1', 6],
    ['names of objects, nested', '__proto__[polluted]=1', 6],
    ['a constructor', 'constructor[prototype][polluted]=1', 6],
    ['64 levels', `a${'[b]'.repeat(64)}=1`, 6],
    ['65 levels of what had a value before', `a=1&a${'[b]'.repeat(65)}=1`, 0],
    ['65 levels, which PHP drops', `a${'[b]'.repeat(65)}=1`, 0],
    ['10,000 levels', `a${'[b]'.repeat(10_000)}=1`, 0],
    ['100,000 brackets that do not close', `a${'['.repeat(100_000)}=1`, 6],
    ['a key of 100,000 digits', `a[${'9'.repeat(100_000)}]=1`, 6],
    ['the last key of all, and one more', 'a[9223372036854775807]=1&a[]=2', 6],
    ['a number past all numbers', `limit=${'9'.repeat(10_000)}`, 6],
    ['a date of 100,000 digits', `mindatecreated=${'1'.repeat(100_000)}`, 6],
    ['100,000 elements', `item=${'a,'.repeat(100_000)}a`, 0],
    ['100,000 empty elements', `item=${','.repeat(100_000)}`, 6],
    ['a value as large as may be', `searchtitle=${'x'.repeat(LARGEST - 'searchtitle='.length)}`, 0],
    ['a value that is a byte larger', `searchtitle=${'x'.repeat(LARGEST - 'searchtitle='.length + 1)}`, 'HTTP 413'],
    ['thousands of arguments', 'a=1&'.repeat(3000), 'HTTP 400'],
    ['as many that have no value', 'a&'.repeat(3000), 'HTTP 400'],
    ['as many that have no name', '=&'.repeat(3000), 'HTTP 400'],
    ['as many of one list', 'a[]=1&'.repeat(3000), 'HTTP 400'],
  ])('%s', async (_, body, expected) => {
    expect(await status({ body })).toBe(expected);
    expect(server.journal.entries().at(-1)?.status).not.toBe(1);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test.each([
    ['a parameter twice: the last one counts', 0, (pairs: [string, string][]) => [['api', '2'], ...pairs]],
    ['a parameter as a list', 7, (pairs: [string, string][]) => [...pairs, ['account[]', 'x']]],
    [
      'thousands of parameters',
      'HTTP 400',
      (pairs: [string, string][]) => [...pairs, ...Array.from({ length: 2000 }, () => ['a', ''])],
    ],
    ['1000 accounts', 290, (pairs: [string, string][]) => [...pairs, ['account', 'a,'.repeat(1000)]]],
    ['a zone without an end', 9, (pairs: [string, string][]) => [...pairs, ['timezone', 'A/'.repeat(1000)]]],
    ['a timestamp without an end', 2, (pairs: [string, string][]) => [...pairs, ['timestamp', '1'.repeat(1000)]]],
  ])('%s', async (_, expected, parameters) => {
    expect(await status({ parameters: parameters as (pairs: [string, string][]) => [string, string][] })).toBe(
      expected,
    );
  });
});

describe('time', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['pairs without a sign', 'a&'],
    ['pairs without a value', 'a=&'],
    ['signs', '='],
    ['ends of pairs', '&'],
    ['escapes', '%FF'],
    ['escapes that are none', '%'],
    ['spaces', '+'],
    ['brackets', '['],
    ['levels', '[b]'],
    ['names to change', '.'],
    ['bytes that are no UTF-8', '\u00ff'],
    ['commas', ','],
  ];

  // Each takes some milliseconds; one whose time grew with the square of its length would take ten seconds and more.
  test.each(forms)('a body of nothing but %s, right and wrong', { timeout: 10_000 }, (_, piece) => {
    const core = createServerCore({ explain: true }, nodeRuntime);
    const { user, account } = core.credentials;
    const wrong = { id: user.id, psk: 'wrong' };
    for (const [start, key] of [
      ['', user],
      ['', wrong],
      ['item=', user],
      ['searchtitle=', user],
    ] as const) {
      const body = start + piece.repeat((LARGEST - start.length) / piece.length);
      const { target } = sign({ key, account, body });
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const { status } = core.answer({ method: 'POST', target, headers, body });
      expect(status === 200 || status === 400).toBe(true);
    }
    expect(core.journal.entries({ status: 1 })).toEqual([]);
  });
});

describe('memory', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;

  function kept(): number {
    collect();
    return process.memoryUsage().heapUsed / 1_048_576;
  }

  /** Sends as many requests with a body of as many characters, each another one; tells by how many MiB the heap grew. */
  function grown(count: number, length: number, make: (text: string) => string): number {
    const core = createServerCore({}, nodeRuntime);
    const { user, account } = core.credentials;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const before = kept();
    for (let index = 0; index < count; index++) {
      // As from a socket, where each body is a text of its own.
      const body = make(Buffer.alloc(length, String(index).padStart(8, '-')).toString('latin1'));
      const { target } = sign({ key: user, account, body: index % 2 === 0 ? body : `${body}.` });
      core.answer({ method: 'POST', target, headers, body });
    }
    const after = kept();
    expect(core.journal.entries({ limit: 1 })).toHaveLength(1);
    return after - before;
  }

  test.each([
    ['a value that is wrong', (text: string) => `limit=${text}`],
    ['a name that is not known', (text: string) => `${text}=1`],
    ['a list that is wrong', (text: string) => `item=,${text}`],
  ])('bodies that come to 20 MiB leave next to nothing: %s', (_, make) => {
    expect(grown(40, 524_288, make)).toBeLessThan(8);
  });
});

test('a large request with a wrong signature is told so, without the search for mistakes', async () => {
  const server = createTestServer();
  const { id } = server.credentials.user;
  const { target, body } = signFor(server, { key: { id, psk: 'wrong' }, body: `title=${'x'.repeat(100_000)}` });
  await server.fetch(`${server.url}${target}`, { method: 'POST', body });
  const [entry] = server.journal.entries();
  expect(entry).toMatchObject({ status: 3, explanation: { argument: 'signature' } });
  expect(entry?.explanation?.summary).toContain('larger than 64 KiB');
  expect(JSON.stringify(entry).length).toBeLessThan(3000);
});
