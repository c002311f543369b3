// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { MismatchError } from '@streamone/core';
import { describe, expect, test } from 'vitest';
import { type Reply, refusal, startScriptedServer, success } from './scripted-server.ts';
import { clientOf, errorOf, rows } from './test-client.ts';

function offsets(requests: readonly { readonly body: string }[]): string[] {
  return requests.map(({ body }) => new URLSearchParams(body).get('offset') ?? '-');
}

describe('a page', () => {
  test('has a total that no copy, comparison or JSON shows', async () => {
    await using server = await startScriptedServer([success(rows(0, 2), { count: 57 })]);
    const page = await clientOf(server.url).item.view();
    expect(page.total).toBe(57);
    expect(Object.keys(page)).toEqual(['0', '1']);
    expect(JSON.parse(JSON.stringify(page))).toEqual(rows(0, 2));
    expect(page).toEqual(rows(0, 2));
    expect([...page]).not.toHaveProperty('total');
    expect(Object.assign([], page)).not.toHaveProperty('total');
    expect(Array.isArray(page)).toBe(true);
  });

  test.for([undefined, null, 'many'])('has no total when the count is %s', async (count) => {
    await using server = await startScriptedServer([success(rows(0, 2), { count })]);
    expect((await clientOf(server.url).item.view()).total).toBeUndefined();
  });
});

describe('an iteration', () => {
  const full = (from: number, count: number | null | undefined): Reply => success(rows(from, 2), { count });
  const empty = (count?: number): Reply => success([], { count });
  const cases: [name: string, args: object, replies: Reply[], seen: number, offsets: string[]][] = [
    ['asks until the count is reached', { limit: 2 }, [full(0, 4), full(2, 4)], 4, ['-', '2']],
    ['ends with an empty page, whatever the count says', { limit: 2 }, [full(0, 1000), empty(1000)], 2, ['-', '2']],
    ['ends where the count is smaller than what came', { limit: 2 }, [full(0, 1)], 2, ['-']],
    ['of nothing', { limit: 2 }, [empty(0)], 0, ['-']],
    ['of nothing, with a count', { limit: 2 }, [empty(9)], 0, ['-']],
    ['without a count ends with a page that is not full', { limit: 3 }, [full(0, undefined)], 2, ['-']],
    ['without a count goes on after a full page', { limit: 2 }, [full(0, undefined), empty()], 2, ['-', '2']],
    ['with a count of null goes on after a full page', { limit: 2 }, [full(0, null), empty()], 2, ['-', '2']],
    ['starts at the offset that was asked for', { limit: 2, offset: 5 }, [full(5, 9), full(7, 9)], 4, ['5', '7']],
    [
      'takes a limit and offset of null for the default',
      { limit: null, offset: null },
      [full(0, 3), full(2, 4)],
      4,
      ['', '2'],
    ],
    ['counts what came where the server caps the page', { limit: 100 }, [full(0, 4), full(2, 4)], 4, ['-', '2']],
    ['without a count and limit goes by the default of 20', {}, [success(rows(0, 20)), success([])], 20, ['-', '20']],
  ];
  test.for(cases)('%s', async ([, args, replies, seen, asked]) => {
    await using server = await startScriptedServer([...replies, refusal(1, 'one request too many')]);
    const all = await clientOf(server.url).item.view(args).all();
    expect(all).toHaveLength(seen);
    expect(offsets(server.requests)).toEqual(asked);
  });

  test('sends the same arguments and scope for each page', async () => {
    await using server = await startScriptedServer([full(0, 4), full(2, 4)]);
    await clientOf(server.url)
      .item.view({ limit: 2, searchtitle: 'é' }, { accounts: ['a-1', 'a-2'], timezone: 'UTC' })
      .all();
    for (const { query, body } of server.requests) {
      expect(query.get('account')).toBe('a-1,a-2');
      expect(query.get('timezone')).toBe('UTC');
      expect(body).toContain('limit=2&searchtitle=%C3%A9');
    }
  });

  test('gives the rows before an error, then the error', async () => {
    await using server = await startScriptedServer([full(0, 9), refusal(290, 'no such account')]);
    const seen: string[] = [];
    const iterate = async (): Promise<void> => {
      for await (const { id } of clientOf(server.url).item.view({ limit: 2 })) seen.push(id);
    };
    expect(await errorOf(iterate())).toMatchObject({ name: 'NotFoundError', status: 290, attempts: 1 });
    expect(seen).toEqual(['row0', 'row1']);
  });

  test('asks for nothing more after a break', async () => {
    await using server = await startScriptedServer([full(0, 9), full(2, 9), full(4, 9)]);
    let seen = 0;
    for await (const _row of clientOf(server.url).item.view({ limit: 2 })) if (++seen === 3) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.requests).toHaveLength(2);
  });

  test('of something that is no list is a MismatchError', async () => {
    await using server = await startScriptedServer([success({ not: 'a list' })]);
    const call = clientOf(server.url).item.view();
    expect(await call).toEqual({ not: 'a list' });
    expect(await errorOf(call.all())).toBeInstanceOf(MismatchError);
  });

  test('of an action that is not declared', async () => {
    await using server = await startScriptedServer([full(0, 3), success(rows(2, 1), { count: 3 })]);
    const call = clientOf(server.url).call<{ id: string }>(
      'category/view',
      { limit: '2' },
      { read: true, paged: true },
    );
    expect((await call.all()).map(({ id }) => id)).toEqual(['row0', 'row1', 'row2']);
    expect((await call).total).toBe(3);
  });
});
