// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { limit, mapRows } from '@streamone/client/bulk';
import { InvalidArgumentError } from '@streamone/core';
import { describe, expect, test, vi } from 'vitest';
import { errorOf } from './test-client.ts';

/** Numbers that are asked for one by one, noting how many were. */
function counted(length: number): { rows: AsyncIterable<number>; asked: () => number; closed: () => boolean } {
  let asked = 0;
  let closed = false;
  async function* generate(): AsyncGenerator<number, void, undefined> {
    try {
      for (; asked < length; asked++) yield asked;
    } finally {
      closed = true;
    }
  }
  return { rows: generate(), asked: () => asked, closed: () => closed };
}

function gate(): { wait: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => (open = resolve));
  return { wait, open };
}

describe('limit', () => {
  test('lets no more run at once than it says, and every one in its turn', async () => {
    const run = limit({ concurrency: 3 });
    let running = 0;
    let most = 0;
    const began: number[] = [];
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        run(async () => {
          began.push(at);
          most = Math.max(most, ++running);
          await new Promise((resolve) => setImmediate(resolve));
          running -= 1;
          return at * 2;
        }),
      ),
    );
    expect(most).toBe(3);
    expect(began).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(done).toEqual(began.map((at) => at * 2));
  });

  test('a signal takes back what waits; what runs keeps its place and its result', async () => {
    const run = limit({ concurrency: 1 });
    const controller = new AbortController();
    const { wait, open } = gate();
    const began: string[] = [];
    const running = run(() => (began.push('running'), wait), controller.signal);
    const waiting = run(() => began.push('waiting'), controller.signal);
    const next = run(() => began.push('next'));
    controller.abort(new Error('enough'));
    expect((await errorOf(waiting)).message).toBe('enough');
    expect((await errorOf(run(() => began.push('late'), controller.signal))).message).toBe('enough');
    expect(began).toEqual(['running']);
    open();
    await Promise.all([running, next]);
    expect(began).toEqual(['running', 'next']);
  });

  test('a second is any second, not one of the clock', async () => {
    vi.useFakeTimers();
    try {
      const run = limit({ perSecond: 5 });
      const began: number[] = [];
      const begin = (): Promise<number> => run(() => began.push(Date.now()));
      const all = [begin()];
      await vi.advanceTimersByTimeAsync(900);
      all.push(...Array.from({ length: 9 }, begin));
      await vi.advanceTimersByTimeAsync(3000);
      await Promise.all(all);
      const windows = began.map((from) => began.filter((at) => at >= from && at < from + 1000).length);
      expect(Math.max(...windows)).toBe(5);
    } finally {
      vi.useRealTimers();
    }
  });

  test.each([
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ])('a clock that is set %s neither holds up nor hurries', async (_, step) => {
    vi.useFakeTimers();
    try {
      const run = limit({ perSecond: 5 });
      const began: number[] = [];
      const all = Promise.all(Array.from({ length: 15 }, () => run(() => void began.push(performance.now()))));
      await vi.advanceTimersByTimeAsync(500);
      vi.setSystemTime(Date.now() + step);
      await vi.advanceTimersByTimeAsync(300);
      expect(began).toHaveLength(5);
      await vi.advanceTimersByTimeAsync(2000);
      expect(began).toHaveLength(15);
      await all;
    } finally {
      vi.useRealTimers();
    }
  });

  test('one that waits for its second is taken back, and takes no place in it', async () => {
    vi.useFakeTimers();
    try {
      const run = limit({ perSecond: 2, concurrency: 1 });
      const began: string[] = [];
      const controller = new AbortController();
      const begin = (name: string, signal?: AbortSignal): Promise<number> => run(() => began.push(name), signal);
      const first = Promise.all([begin('a'), begin('b')]);
      const taken = errorOf(begin('c', controller.signal));
      const after = Promise.all([begin('d'), begin('e')]);
      await vi.advanceTimersByTimeAsync(500);
      controller.abort(new Error('enough'));
      expect((await taken).message).toBe('enough');
      await vi.advanceTimersByTimeAsync(510);
      await Promise.all([first, after]);
      expect(began).toEqual(['a', 'b', 'd', 'e']);
    } finally {
      vi.useRealTimers();
    }
  });

  test('lets no more begin in any second than it says', async () => {
    vi.useFakeTimers();
    try {
      const run = limit({ perSecond: 5 });
      const began: number[] = [];
      const all = Promise.all(Array.from({ length: 12 }, () => run(() => void began.push(Date.now()))));
      await vi.advanceTimersByTimeAsync(5000);
      await all;
      const windows = began.map((from) => began.filter((at) => at >= from && at < from + 1000).length);
      expect(Math.max(...windows)).toBe(5);
      expect((began.at(-1) ?? 0) - (began[0] ?? 0)).toBeLessThan(3000);
    } finally {
      vi.useRealTimers();
    }
  });

  test('a failed work frees its place and tells its own caller alone', async () => {
    const run = limit({ concurrency: 1 });
    const failed = errorOf(run(() => Promise.reject(new Error('no'))));
    const thrown = errorOf(
      run(() => {
        throw new Error('thrown');
      }),
    );
    const after = run(() => 5);
    expect((await failed).message).toBe('no');
    expect((await thrown).message).toBe('thrown');
    expect(await after).toBe(5);
  });

  test('one that waits can be taken back', async () => {
    const run = limit({ concurrency: 1 });
    const { wait, open } = gate();
    const first = run(() => wait);
    const controller = new AbortController();
    let began = false;
    const second = errorOf(run(() => void (began = true), controller.signal));
    controller.abort(new Error('enough'));
    expect((await second).message).toBe('enough');
    open();
    await first;
    expect(began).toBe(false);
  });

  test.each([[{}], [{ concurrency: 0 }], [{ concurrency: 1.5 }], [{ perSecond: -1 }], [{ perSecond: Number.NaN }]])(
    '%j is refused',
    (options) => expect(() => limit(options)).toThrow(InvalidArgumentError),
  );
});

describe('mapRows', () => {
  test('gives the results in the order of the rows, several at a time', async () => {
    let running = 0;
    let most = 0;
    const { rows } = counted(30);
    const results: string[] = [];
    const work = async (row: number, index: number): Promise<string> => {
      most = Math.max(most, ++running);
      for (let turns = (row * 7) % 5; turns >= 0; turns--) await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return `${row}:${index}`;
    };
    for await (const result of mapRows(rows, work, { concurrency: 4 })) results.push(result);
    expect(results).toEqual(Array.from({ length: 30 }, (_, at) => `${at}:${at}`));
    expect(most).toBe(4);
  });

  test('without an order, a slow row holds up no other', async () => {
    const { wait, open } = gate();
    const results: number[] = [];
    const work = async (row: number): Promise<number> => (row === 0 ? wait.then(() => row) : row);
    for await (const result of mapRows([0, 1, 2, 3], work, { concurrency: 2, ordered: false })) {
      results.push(result);
      if (results.length === 3) open();
    }
    expect(results).toEqual([1, 2, 3, 0]);
  });

  test('asks for no more rows than it needs, and for none once the loop is left', async () => {
    const { rows, asked, closed } = counted(1_000_000);
    for await (const result of mapRows(rows, (row) => row, { concurrency: 4 })) if (result === 10) break;
    expect(asked()).toBeLessThan(30);
    await expect.poll(closed).toBe(true);
  });

  test('what the work throws ends it', async () => {
    const { rows, asked } = counted(1000);
    const failing = async (): Promise<void> => {
      for await (const _ of mapRows(rows, (row) => (row === 5 ? Promise.reject(new Error('five')) : row))) void _;
    };
    expect((await errorOf(failing())).message).toBe('five');
    expect(asked()).toBeLessThan(40);
  });

  test('a signal ends it', async () => {
    const controller = new AbortController();
    const { rows } = counted(1000);
    const ended = async (): Promise<void> => {
      for await (const row of mapRows(rows, (each) => each, { signal: controller.signal })) {
        if (row === 3) controller.abort(new Error('enough'));
      }
    };
    expect((await errorOf(ended())).message).toBe('enough');
  });

  test('results of any kind come through', async () => {
    const results: unknown[] = [];
    const odd = [undefined, null, Symbol.for('skip'), 0, ''];
    for await (const result of mapRows(odd, (each) => each)) results.push(result);
    expect(results).toEqual(odd);
  });

  test.each([0, -1, 1.5, Number.NaN])('a concurrency of %d is refused', (concurrency) => {
    expect(() => mapRows([], () => 1, { concurrency })).toThrow(/^concurrency: /);
  });
});
