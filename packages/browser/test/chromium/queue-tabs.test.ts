import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { chromiumSite } from './chromium-site.ts';
import { add, come, openQueueOf, shown, states } from './queue-steps.ts';
import { slowLine } from './slow-line.ts';

const own = (page: Page, concurrency?: number): Promise<void> => openQueueOf(page, 'eva', concurrency);

const elsewhere = (page: Page): Promise<readonly (boolean | undefined)[]> =>
  page.evaluate(() => globalThis.queue.entries.map((entry) => entry.elsewhere));

describe.skipIf(!hasChromium)('a queue in several tabs, in Chromium', () => {
  const at = chromiumSite({
    as: 'user',
    anonymous: true,
    uploads: true,
    limits: { concurrentPerPerson: 100, addressPerMinute: 10_000 },
  });
  const files = (): number => at.site.platform.state.files.size;

  test('shows what another works on, from its beginning to its end, and can do nothing with it', async () => {
    const other = await at.tab();
    await own(other);
    await own(at.page);
    await slowLine(at.page, 200_000);
    const [id = ''] = await add(at.page, { a: 400_000 });
    await come(other, 'a uploading');
    expect([await elsewhere(at.page), await elsewhere(other)]).toEqual([[undefined], [true]]);
    await other.evaluate(async (one) => {
      const { queue } = globalThis;
      queue.cancel(one);
      queue.retry(one);
      await queue.forget(one);
      await queue.clear();
    }, id);
    await come(at.page, 'a done');
    await come(other, 'a done');
    await other.reload();
    await own(other);
    await come(other, 'a done');
    await at.page.evaluate((one) => globalThis.queue.forget(one), id);
    await come(other, '');
  });

  test('sends a file once that is added to both, while it waits, is under way and is there', async () => {
    const before = files();
    const other = await at.tab();
    await own(other);
    await own(at.page);
    await at.page.evaluate(() => globalThis.queue.pause());
    const ids = await add(at.page, { a: 200_000 });
    expect(await add(other, { a: 200_000 })).toEqual(ids);
    expect(await states(other)).toBe('a waiting');
    await slowLine(at.page, 200_000);
    await at.page.evaluate(() => globalThis.queue.resume());
    await come(other, 'a uploading');
    expect(await add(other, { a: 200_000 })).toEqual(ids);
    await come(other, 'a done');
    expect(await add(other, { a: 200_000 })).toEqual(ids);
    expect(files()).toBe(before + 1);
    // Another file, and the same one for another account, are others.
    await add(other, { a: 200_001 });
    await come(other, 'a done, a done');
    expect(files()).toBe(before + 2);
  });

  test('sends a file once that is added to both at the same time', async () => {
    const before = files();
    const other = await at.tab();
    await own(other);
    await own(at.page);
    const [one, two] = await Promise.all([add(at.page, { a: 1000 }), add(other, { a: 1000 })]);
    expect(one).toEqual(two);
    await come(at.page, 'a done');
    await come(other, 'a done');
    expect(files()).toBe(before + 1);
  });

  test('takes a file that failed in another', async () => {
    const before = files();
    const other = await at.tab();
    await own(other);
    await own(at.page);
    at.site.platform.faults.add({ status: 112, times: 1, command: 'upload' });
    await add(at.page, { a: 10 });
    await come(other, 'a failed');
    await add(other, { a: 10 });
    await come(other, 'a failed, a done');
    await come(at.page, 'a failed, a done');
    expect(files()).toBe(before + 1);
  });

  test('takes over what a tab leaves that is gone, and not from one that is there', async () => {
    await own(at.page);
    await at.page.evaluate(() => globalThis.queue.pause());
    await add(at.page, { a: 10 });
    const other = await at.tab();
    await own(other);
    expect([await shown(other), await elsewhere(other)]).toEqual([[{ name: 'a', state: 'waiting' }], [true]]);
    await at.page.close();
    await come(other, 'a needs-file');
    expect(await elsewhere(other)).toEqual([undefined]);
    await other.evaluate(() => globalThis.queue.close());
    const third = await at.tab();
    await own(third);
    expect([await states(third), await elsewhere(third)]).toEqual(['a needs-file', [undefined]]);
    await add(third, { a: 10 });
    await come(third, 'a done');
  });
});
