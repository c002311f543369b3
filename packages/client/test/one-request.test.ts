// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { inspect } from 'node:util';
import type { Call, Page } from '@streamone/client';
import { InvalidArgumentError } from '@streamone/core';
import type { Item } from '@streamone/core/catalogue';
import { afterEach, beforeEach, describe, expect, expectTypeOf, test } from 'vitest';
import { type ScriptedServer, refusal, reset, startScriptedServer, success } from './scripted-server.ts';
import { PSK, clientOf, errorOf, rows } from './test-client.ts';

type Client = ReturnType<typeof clientOf>;

async function drain(rowsOf: AsyncIterable<unknown>): Promise<unknown[]> {
  const seen: unknown[] = [];
  for await (const row of rowsOf) seen.push(row);
  return seen;
}

const twoPages = [success(rows(0, 2), { count: 3 }), success(rows(2, 1), { count: 3 })];
const onePage = [success(rows(0, 2), { count: 2 })];

describe('one call is one request', () => {
  const uses: [name: string, requests: number, use: (client: Client) => Promise<unknown>][] = [
    ['await', 1, async (s1) => s1.item.view()],
    [
      'await twice',
      1,
      async (s1) => {
        const call = s1.item.view();
        expect(await call).toBe(await call);
      },
    ],
    [
      'Promise.race',
      1,
      async (s1) => {
        const call = s1.user.viewme();
        await Promise.race([call, call]);
        await call;
      },
    ],
    [
      'Promise.all of the same call',
      1,
      async (s1) => {
        const call = s1.user.viewme();
        const [one, other] = await Promise.all([call, call]);
        expect(one).toBe(other);
      },
    ],
    ['Promise.all of two calls', 2, async (s1) => Promise.all([s1.user.viewme(), s1.user.viewme()])],
    ['Promise.resolve', 1, async (s1) => Promise.resolve(s1.user.viewme())],
    [
      'response and await',
      1,
      async (s1) => {
        const call = s1.item.view();
        const { body } = await call.response();
        expect(body).toBe(await call);
      },
    ],
    [
      'response twice',
      1,
      async (s1) => {
        const call = s1.item.view();
        await Promise.all([call.response(), call.response()]);
      },
    ],
    [
      'then chains',
      1,
      async (s1) => {
        const call = s1.item.view();
        await call.then((page) => page.length).then(String);
        await call.then((page) => page.length);
        expect(await call.then(null, null)).toHaveLength(2);
      },
    ],
    ['catch', 1, async (s1) => s1.item.view().catch(() => 'failed')],
    [
      'finally',
      1,
      async (s1) => {
        let ran = 0;
        expect(
          await s1.item.view().finally(() => {
            ran += 1;
          }),
        ).toHaveLength(2);
        expect(ran).toBe(1);
      },
    ],
    [
      'a read that nobody looks at',
      1,
      async (s1) => {
        s1.item.view().catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 60));
      },
    ],
  ];
  test.for(uses)('%s', async ([, requests, use]) => {
    await using server = await startScriptedServer(onePage);
    await use(clientOf(server.url));
    await expect.poll(() => server.requests.length).toBe(requests);
  });

  const paged: typeof uses = [
    [
      'the first page of an iteration and await',
      2,
      async (s1) => {
        const call = s1.item.view();
        const seen = await drain(call);
        expect(seen).toEqual([...rows(0, 3)]);
        expect(await call).toEqual(seen.slice(0, 2));
      },
    ],
    [
      'an iteration stopped on its first page',
      1,
      async (s1) => {
        for await (const row of s1.item.view()) {
          expect(row.id).toBe('row0');
          break;
        }
      },
    ],
    [
      'pages, stopped after the first',
      1,
      async (s1) => {
        for await (const page of s1.item.view().pages()) {
          expect(page.total).toBe(3);
          break;
        }
      },
    ],
    ['pages', 2, async (s1) => expect(await drain(s1.item.view().pages())).toEqual([rows(0, 2), rows(2, 1)])],
    ['all', 2, async (s1) => expect(await s1.item.view().all()).toEqual(rows(0, 3))],
    [
      'all with max on the first page',
      1,
      async (s1) => expect(await s1.item.view().all({ max: 2 })).toEqual(rows(0, 2)),
    ],
    [
      'all with max on the second page',
      2,
      async (s1) => expect(await s1.item.view().all({ max: 3 })).toEqual(rows(0, 3)),
    ],
    ['all with max 0', 1, async (s1) => expect(await s1.item.view().all({ max: 0 })).toEqual([])],
    [
      'pages that are never read',
      1,
      async (s1) => {
        const call = s1.item.view();
        call.pages();
        await call;
      },
    ],
  ];
  test.for(paged)('%s', async ([, requests, use]) => {
    await using server = await startScriptedServer(twoPages);
    await use(clientOf(server.url));
    expect(server.requests).toHaveLength(requests);
  });

  test('two iterations of one call share its first page and ask for the others each', async () => {
    const [first, second] = twoPages;
    await using server = await startScriptedServer([first ?? {}, second ?? {}, second ?? {}]);
    const call = clientOf(server.url).item.view();
    expect(await drain(call)).toEqual(rows(0, 3));
    expect(await drain(call)).toEqual(rows(0, 3));
    expect(server.requests).toHaveLength(3);
  });

  test('a write is sent at once, awaited or not', async () => {
    await using server = await startScriptedServer([success({ id: 'new' })]);
    const call = clientOf(server.url).item.create({ title: 'Žižkov' });
    await expect.poll(() => server.requests.length).toBe(1);
    expect(server.requests[0]?.body).toBe('title=%C5%BDi%C5%BEkov');
    await call;
    expect(server.requests).toHaveLength(1);
  });
});

describe('a call as a value', () => {
  test('is assignable to a promise, and is none', async () => {
    await using server = await startScriptedServer(onePage);
    const call = clientOf(server.url).item.view();
    expectTypeOf(call).toExtend<Promise<Page<Item>>>();
    expectTypeOf<Call<string>>().toExtend<Promise<string>>();
    expectTypeOf<Awaited<typeof call>>().toEqualTypeOf<Page<Item>>();
    expect(call).not.toBeInstanceOf(Promise);
    expect(call.then()).toBeInstanceOf(Promise);
    expect(Promise.resolve(call)).not.toBe(call);
    await call;
  });

  test('shows nothing secret', async () => {
    await using server = await startScriptedServer(onePage);
    const client = clientOf(server.url);
    const call = client.call('user/edit', { password: 'canary-password' });
    const read = client.item.view();
    await read;
    for (const value of [call, client, read, await call.response()]) {
      const shown = inspect(value, { showHidden: true, depth: Infinity, getters: true }) + JSON.stringify(value);
      expect(shown).not.toMatch(/canary|signature/);
      expect(shown).not.toContain(PSK);
    }
  });
});

describe('unhandled rejections', () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): unknown => unhandled.push(reason);
  let listeners: NodeJS.UnhandledRejectionListener[];
  let server: ScriptedServer;
  beforeEach(async () => {
    unhandled.length = 0;
    listeners = process.rawListeners('unhandledRejection') as NodeJS.UnhandledRejectionListener[];
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', note);
    server = await startScriptedServer([refusal(120, 'no such item')]);
  });
  afterEach(async () => {
    process.removeAllListeners('unhandledRejection');
    for (const listener of listeners) process.on('unhandledRejection', listener);
    await server[Symbol.asyncDispose]();
  });
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

  test.for<[string, (client: Client) => unknown]>([
    ['response', (s1) => errorOf(s1.item.view().response())],
    ['an iteration', (s1) => errorOf(drain(s1.item.view()))],
    ['pages', (s1) => errorOf(drain(s1.item.view().pages()))],
    ['all', (s1) => errorOf(s1.item.view().all())],
    ['all with max 0', (s1) => errorOf(s1.item.view().all({ max: 0 }))],
    [
      'all with a max that is none',
      async (s1) => expect(await errorOf(s1.item.view().all({ max: -1 }))).toBeInstanceOf(InvalidArgumentError),
    ],
    ['finally', (s1) => errorOf(s1.item.view().finally(() => undefined))],
    ['await', (s1) => errorOf(s1.item.view())],
  ])('none for a failed call that is only looked at by %s', async ([, look]) => {
    await look(clientOf(server.url));
    await settled();
    expect(unhandled).toEqual([]);
  });

  test('one for a failed call that nobody looks at', async () => {
    // oxlint-disable-next-line typescript/no-floating-promises -- what this is about
    clientOf(server.url).item.create({});
    await expect.poll(() => unhandled).toEqual([expect.objectContaining({ name: 'NotFoundError' })]);
  });

  test('a refused path fails each way that a paged call can be looked at', async () => {
    const { url } = server;
    expect(await errorOf(drain(clientOf(url).call('Item/View', {}, { paged: true })))).toBeInstanceOf(
      InvalidArgumentError,
    );
    expect(await errorOf(clientOf(url).call('item'))).toMatchObject({
      message: expect.stringContaining('command/action'),
    });
    await settled();
    expect(unhandled).toEqual([]);
    expect(server.requests).toEqual([]);
  });
});

test('a connection that is reset reaches everyone who looks at the call', async () => {
  await using server = await startScriptedServer([reset]);
  const call = clientOf(server.url, { retry: 0 }).item.view();
  const errors = await Promise.all([errorOf(call), errorOf(call.response()), errorOf(call.all())]);
  expect(new Set(errors).size).toBe(1);
  expect(server.requests).toHaveLength(1);
});
