import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type ResponseCache, createClient } from '@streamone/client';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credentials } from './test-client.ts';

interface Row {
  readonly id?: string;
  readonly title: string;
}

/** A list on a platform that a test changes between two requests. */
interface List {
  rows: Row[];
  /** The greatest page that it gives. */
  cap: number;
  counts: boolean;
  readonly asked: string[];
  /** Called after each answer, with its number. */
  after: (answers: number) => void;
}

function listOf(rows: Row[], more: Partial<List> = {}): List {
  return { rows, cap: 1000, counts: true, asked: [], after: () => undefined, ...more };
}

/** Rows by number; those that a test adds have names of their own. */
function numbered(count: number, withIds = true, from = 0): Row[] {
  return Array.from({ length: count }, (_, at) => ({
    title: `t${from + at}`,
    ...(withIds && { id: `r${from + at}` }),
  }));
}

function clientOver(list: List, cache: ResponseCache | false = false) {
  return createClient({
    auth: credentials,
    url: 'https://api.example',
    cache,
    retry: 0,
    fetch: async (_url, init) => {
      const form = new URLSearchParams(init.body as string);
      const [offset, limit] = [Number(form.get('offset') ?? 0), Number(form.get('limit') ?? 20)];
      list.asked.push(`${offset}+${limit}`);
      const body = list.rows.slice(offset, offset + Math.min(limit, list.cap));
      const header = { status: 0, statusmessage: 'OK', ...(list.counts && { count: list.rows.length }) };
      const text = JSON.stringify({ header, body });
      list.after(list.asked.length);
      return new Response(text);
    },
  });
}

async function walk(list: List, args: object): Promise<Row[]> {
  return clientOver(list)
    .call<Row>('item/view', args as never, { read: true, paged: true })
    .all();
}

const titles = (rows: readonly Row[]): string[] => rows.map(({ title }) => title);

/** How many rows are added in front and behind, after each answer. */
const growth = fc.array(fc.record({ front: fc.integer({ min: 0, max: 25 }), back: fc.integer({ min: 0, max: 25 }) }), {
  maxLength: 8,
});

describe('a walk through a list that grows', () => {
  test('gives every row that was there throughout exactly once, and none twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 0, max: 10 }),
        growth,
        async (length, limit, cap, offset, added) => {
          const list = listOf(numbered(length), { cap });
          let made = 0;
          list.after = (answers) => {
            const { front = 0, back = 0 } = added[answers - 1] ?? {};
            const fresh = numbered(front + back, true, 1000 + made);
            made += front + back;
            list.rows = [...fresh.slice(0, front), ...list.rows, ...fresh.slice(front)];
          };
          const seen = titles(await walk(list, { limit, offset }));
          expect(new Set(seen).size).toBe(seen.length);
          const throughout = titles(numbered(length)).slice(offset);
          const lasting = new Set(throughout);
          expect(seen.filter((title) => lasting.has(title))).toEqual(throughout);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('looks for its place when more came in front than a page holds', async () => {
    const list = listOf(numbered(9));
    list.after = (answers) => {
      if (answers === 1) list.rows = [...numbered(10, true, 100), ...list.rows];
    };
    expect(titles(await walk(list, { limit: 3 }))).toEqual(titles(numbered(9)));
    expect(list.asked).toEqual(['0+3', '3+3', '2+3', '5+3', '8+3', '11+3', '14+3', '17+3']);
  });

  test('shortens no page that others look at', async () => {
    const list = listOf(numbered(6));
    list.after = () => {
      list.rows = [{ id: `new${list.asked.length}`, title: 'new' }, ...list.rows];
    };
    const call = clientOver(list).call<Row>('item/view', { limit: 3 }, { read: true, paged: true });
    const first = await call;
    expect(titles(await call.all())).toEqual(titles(numbered(6)));
    expect(first).toHaveLength(3);
    expect(first.total).toBe(6);
  });
});

describe('a walk through a list that stays', () => {
  test('asks as often as there are pages, with IDs or without', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 80 }),
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 15 }),
        fc.boolean(),
        async (length, limit, cap, withIds) => {
          const list = listOf(numbered(length, withIds), { cap });
          expect(titles(await walk(list, { limit }))).toEqual(titles(numbered(length)));
          expect(list.asked).toHaveLength(Math.max(1, Math.ceil(length / Math.min(limit, cap))));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('takes rows with the same ID for what they are', async () => {
    const same = Array.from({ length: 7 }, (_, at) => ({ id: 'same', title: `t${at}` }));
    expect(await walk(listOf(same), { limit: 2 })).toEqual(same);
    const mixed = same.map((row, at) => (at % 3 === 0 ? { title: row.title } : row));
    expect(await walk(listOf(mixed), { limit: 2 })).toEqual(mixed);
  });

  test('takes rows that are no objects', async () => {
    const plain = ['a', 'b', null, 5, ['c']] as unknown as Row[];
    expect(await walk(listOf(plain), { limit: 2 })).toEqual(plain);
  });

  test('without a count ends with a page that is not full', async () => {
    const list = listOf(numbered(7), { counts: false });
    expect(titles(await walk(list, { limit: 3 }))).toEqual(titles(numbered(7)));
    expect(list.asked).toHaveLength(3);
  });
});

describe('a walk ends', () => {
  test('whatever is removed or added, and gives no row twice in a row', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.record({ at: fc.nat(60), remove: fc.nat(12), add: fc.nat(12) }), { maxLength: 8 }),
        fc.boolean(),
        async (length, limit, changes, counts) => {
          const list = listOf(numbered(length), { counts });
          let made = 0;
          list.after = (answers) => {
            const { at = 0, remove = 0, add = 0 } = changes[answers - 1] ?? {};
            list.rows.splice(Math.min(at, list.rows.length), remove, ...numbered(add, true, 1000 + made));
            made += add;
            if (answers > 500) throw new Error('it does not end');
          };
          const seen = titles(await walk(list, { limit }));
          expect(seen.every((title, at) => title !== seen[at + 1])).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('when everything was removed', async () => {
    const list = listOf(numbered(30));
    list.after = (answers) => {
      if (answers === 2) list.rows = [];
    };
    expect(await walk(list, { limit: 5 })).toHaveLength(10);
    expect(list.asked).toHaveLength(3);
  });

  test('when the row that it looks for was removed', async () => {
    const list = listOf(numbered(9));
    list.after = (answers) => {
      if (answers === 1) list.rows = [...numbered(10, true, 100), ...list.rows.filter(({ id }) => id !== 'r2')];
    };
    const seen = titles(await walk(list, { limit: 3 }));
    expect(seen.slice(-6)).toEqual(titles(numbered(6, true, 3)));
    expect(list.asked.length).toBeLessThan(20);
  });

  test.for([true, false])(
    'where the action knows no offset and always gives the same page (count: %s)',
    async (counts) => {
      let count = 0;
      const client = createClient({
        auth: credentials,
        fetch: async () => {
          count += 1;
          if (count > 50) throw new Error('it does not end');
          // The count goes up, as if rows came in front all the time.
          const header = { status: 0, statusmessage: 'OK', ...(counts && { count: 20 + Math.min(count, 10) * 5 }) };
          return new Response(JSON.stringify({ header, body: numbered(4) }));
        },
      });
      const seen = await client.call('item/view', { limit: 4 }, { read: true, paged: true }).all();
      expect(seen).toHaveLength(4);
    },
  );

  test('where a server gives other rows each time, and never an empty page', async () => {
    let count = 0;
    const client = createClient({
      auth: credentials,
      fetch: async () => {
        count += 1;
        if (count > 200) throw new Error('it does not end');
        const header = { status: 0, statusmessage: 'OK', count: count === 1 ? 40 : 60 };
        return new Response(JSON.stringify({ header, body: numbered(4, true, count * 4) }));
      },
    });
    const seen = await client.call<Row>('item/view', { limit: 4 }, { read: true, paged: true }).all();
    expect(seen).toHaveLength(60);
  });
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

async function heapInUse(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  collect();
  return process.memoryUsage().heapUsed;
}

test('a walk remembers a page, not the rows that it has seen', async () => {
  const LENGTH = 200_000;
  const LIMIT = 1000;
  const pad = 'x'.repeat(200);
  const client = createClient({
    auth: credentials,
    fetch: async (_url, init) => {
      const from = Number(new URLSearchParams(init.body as string).get('offset') ?? 0);
      const body = Array.from({ length: LIMIT }, (_, at) => ({ id: `row-with-a-long-id-${from + at}-${pad}` }));
      return new Response(JSON.stringify({ header: { status: 0, statusmessage: 'OK', count: LENGTH }, body }));
    },
  });
  // What the runner itself holds differs: only what is added between the two looks counts.
  const used: number[] = [];
  let seen = 0;
  for await (const page of client.call('item/view', { limit: LIMIT }, { read: true, paged: true }).pages()) {
    seen += page.length;
    if (seen % 20_000 === 0) used.push(await heapInUse());
  }
  expect(seen).toBe(LENGTH);
  expect(used).toHaveLength(10);
  // The IDs of the rows between would be some 40 MB.
  expect((used.at(-1) ?? 0) - (used[0] ?? 0)).toBeLessThan(8 * 1024 * 1024);
});
