import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { EDITOR, chromiumSite } from './chromium-site.ts';
import { add, come, openQueue, openQueueOf, shown, states } from './queue-steps.ts';
import { slowLine } from './slow-line.ts';

/** The queue of somebody whom no gateway knows. */
const own = (page: Page, concurrency?: number): Promise<void> => openQueueOf(page, 'eva', concurrency);

describe.skipIf(!hasChromium)('a queue of uploads, in Chromium', () => {
  let tears = false;
  const at = chromiumSite({
    first: (incoming) => {
      if (!tears || incoming.url !== '/streamone/upload') return false;
      incoming.once('data', () => incoming.socket.destroy());
      return true;
    },
    as: 'user',
    anonymous: true,
    uploads: true,
    limits: { concurrentPerPerson: 100, addressPerMinute: 10_000 },
  });
  const files = (): number => at.site.platform.state.files.size;

  test('sends one after another, tells of it, and sends nothing twice', async () => {
    const before = files();
    await own(at.page, 1);
    await at.page.evaluate(() => {
      globalThis.seen = [];
      globalThis.queue.subscribe(() => {
        globalThis.seen.push(globalThis.queue.entries.filter(({ state }) => state === 'uploading').length);
      });
      globalThis.queue.subscribe(() => {
        throw new Error('a listener of the page');
      });
    });
    const ids = await add(at.page, { a: 1000, b: 2000, c: 3000 });
    await come(at.page, 'a done, b done, c done');
    expect(files()).toBe(before + 3);
    expect(await at.page.evaluate(() => Math.max(...globalThis.seen))).toBe(1);
    const entries = await at.page.evaluate(() => globalThis.queue.entries);
    const kept = [...at.site.platform.state.files].slice(-3);
    expect(entries.map(({ itemId, fileId, sent }) => [itemId, fileId, sent])).toEqual(
      kept.map(({ item, id, size }) => [item, id, size]),
    );
    expect(await add(at.page, { b: 2000, c: 3001 })).toEqual([ids[1], expect.not.stringMatching(ids[2] ?? '')]);
    await come(at.page, 'a done, b done, c done, c done');
    await at.page.evaluate(() => globalThis.queue.clear());
    expect(await shown(at.page)).toEqual([]);
    await at.page.reload();
    await own(at.page);
    expect(await shown(at.page)).toEqual([]);
  });

  test('sends as many at a time as it is told, pauses, and goes on', async () => {
    await slowLine(at.page, 200_000);
    await own(at.page, 2);
    await at.page.evaluate(() => globalThis.queue.pause());
    await add(at.page, { a: 100_000, b: 100_000, c: 10 });
    expect(await states(at.page)).toBe('a waiting, b waiting, c waiting');
    await at.page.evaluate(() => globalThis.queue.resume());
    await come(at.page, 'a uploading, b uploading, c waiting');
    await at.page.evaluate(() => globalThis.queue.pause());
    await come(at.page, 'a done, b done, c waiting');
    expect(await at.page.evaluate(() => globalThis.queue.paused)).toBe(true);
    await at.page.evaluate(() => globalThis.queue.resume());
    await come(at.page, 'a done, b done, c done');
  });

  test('cancels, keeps why one failed, and tries again when it is told to', async () => {
    const before = files();
    await own(at.page, 1);
    at.site.platform.faults.add({ status: 112, times: 1, command: 'upload' });
    const [bad = ''] = await add(at.page, { bad: 10 });
    await come(at.page, 'bad failed');
    expect(await at.page.evaluate(() => globalThis.queue.entries[0]?.error)).toMatchObject({ status: 112 });
    await slowLine(at.page, 200_000);
    const [slow = '', next = ''] = await add(at.page, { slow: 1_000_000, next: 10 });
    await come(at.page, 'bad failed, slow uploading, next waiting');
    await at.page.evaluate((id) => globalThis.queue.cancel(id), next);
    await expect.poll(() => at.page.evaluate(() => globalThis.queue.entries[1]?.sent)).toBeGreaterThan(0);
    await at.page.evaluate((id) => globalThis.queue.cancel(id), slow);
    await come(at.page, 'bad failed, slow cancelled, next cancelled');
    expect(files()).toBe(before);
    await slowLine(at.page, -1);
    await at.page.evaluate((ids) => ids.forEach((id) => globalThis.queue.retry(id)), [bad, slow, next]);
    await come(at.page, 'bad done, slow done, next done');
    expect(files()).toBe(before + 3);
    await at.page.evaluate((id) => globalThis.queue.retry(id), bad);
    expect(await states(at.page)).toBe('bad done, slow done, next done');
  });

  test('after a reload, knows what is there, doubts what was under way, and asks for the rest', async () => {
    const before = files();
    await own(at.page, 1);
    await add(at.page, { first: 10 });
    await come(at.page, 'first done');
    await slowLine(at.page, 200_000);
    await add(at.page, { second: 1_000_000, third: 30 });
    await come(at.page, 'first done, second uploading, third waiting');
    await at.page.reload();
    await own(at.page, 1);
    expect(await states(at.page)).toBe('first done, second unknown, third needs-file');
    await slowLine(at.page, -1);
    // Others of the name, or of another time, are not it.
    const none = await at.page.evaluate(() =>
      globalThis.queue.provide([
        new File(['x'.repeat(31)], 'third', { lastModified: 1_700_000_000_000 }),
        new File(['x'.repeat(30)], 'third', { lastModified: 1_700_000_000_001 }),
        new File(['x'.repeat(30)], 'fourth', { lastModified: 1_700_000_000_000 }),
      ]),
    );
    expect(none).toBe(0);
    await add(at.page, { first: 10, third: 30 });
    await come(at.page, 'first done, second unknown, third done');
    expect(files()).toBe(before + 2);
    const [, second = ''] = await at.page.evaluate(() => globalThis.queue.entries.map(({ id }) => id));
    await at.page.evaluate((id) => globalThis.queue.retry(id), second);
    expect(await states(at.page)).toBe('first done, second needs-file, third done');
    await add(at.page, { second: 1_000_000 });
    await come(at.page, 'first done, second done, third done');
    expect(files()).toBe(before + 3);
    await at.page.evaluate((id) => globalThis.queue.forget(id), second);
    await at.page.reload();
    await own(at.page);
    expect(await states(at.page)).toBe('first done, third done');
  });

  test('reads a file again by its handle, where the browser has one', async () => {
    const before = files();
    await own(at.page);
    await at.page.evaluate(async () => {
      globalThis.queue.pause();
      const folder = await navigator.storage.getDirectory();
      for (const name of ['kept', 'changed', 'gone']) {
        const handle = await folder.getFileHandle(name, { create: true });
        const writable = await handle.createWritable();
        await writable.write('hello');
        await writable.close();
        await globalThis.queue.add([handle]);
        if (name === 'gone') await folder.removeEntry(name);
        if (name !== 'changed') continue;
        const other = await handle.createWritable();
        await other.write('other words');
        await other.close();
      }
    });
    await at.page.reload();
    await own(at.page);
    await come(at.page, 'kept done, changed needs-file, gone needs-file');
    expect(files()).toBe(before + 1);
    expect(await at.page.evaluate(() => globalThis.queue.provide())).toBe(0);
  });

  test('is shown to its person alone', async () => {
    await own(at.page);
    await add(at.page, { a: 10 });
    await come(at.page, 'a done');
    await at.page.reload();
    await openQueue(at.page, 1, 'adam');
    expect(await shown(at.page)).toEqual([]);
  });

  test('marks an upload whose answer did not come, and does not repeat it', async () => {
    const before = files();
    await own(at.page);
    at.site.platform.faults.add({ kind: 'reset', after: 0, times: 1, command: 'upload' });
    await add(at.page, { a: 10 });
    await come(at.page, 'a unknown');
    expect(await at.page.evaluate(() => globalThis.queue.entries[0]?.error)).toMatchObject({ code: 'upstream-failed' });
    await at.page.reload();
    await own(at.page);
    await add(at.page, { a: 10 });
    expect(await states(at.page)).toBe('a unknown');
    expect(files()).toBe(before);
  });

  test('knows that an upload whose line broke on the way did not arrive', async () => {
    const before = files();
    await own(at.page);
    tears = true;
    // More than lies between the browser and a server that reads no further.
    const [id = ''] = await add(at.page, { a: 20_000_000 });
    await come(at.page, 'a failed');
    expect(await at.page.evaluate(() => globalThis.queue.entries[0]?.error)).toMatchObject({ name: 'NetworkError' });
    tears = false;
    await at.page.evaluate((one) => globalThis.queue.retry(one), id);
    await come(at.page, 'a done');
    expect(files()).toBe(before + 1);
  });

  test('refuses what makes no sense', async () => {
    const told = await at.page.evaluate(() => {
      const { open, uploadQueue } = globalThis.streamone;
      const { client } = open();
      const argumentOf = (options: object): unknown => {
        try {
          uploadQueue({ client, ...options });
          return undefined;
        } catch (error) {
          return (error as { readonly argument?: unknown }).argument;
        }
      };
      return [argumentOf({}), argumentOf({ person: '' }), argumentOf({ person: 'a', concurrency: 0 })];
    });
    expect(told).toEqual(['person', 'person', 'concurrency']);
  });

  test('goes on where nothing can be kept, and tells of it', async () => {
    const told = await at.page.evaluate(async () => {
      const { open, uploadQueue } = globalThis.streamone;
      const errors: unknown[] = [];
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- what runs in the page must be within
      const refuse = (): Promise<never> => Promise.reject(new Error('full'));
      const queue = uploadQueue({
        client: open().client,
        person: 'eva',
        store: { load: refuse, save: refuse, remove: refuse, clear: refuse },
        onStoreError: (error) => errors.push(String(error)),
      });
      await queue.add([new File(['x'], 'x')]);
      while (queue.entries[0]?.state !== 'done') await new Promise((resolve) => setTimeout(resolve, 20));
      return errors;
    });
    expect(new Set(told)).toEqual(new Set(['Error: full']));
  });
});

describe.skipIf(!hasChromium)('the queue of a person, in Chromium', () => {
  const at = chromiumSite({ uploads: true });

  test('is emptied at logout, in other tabs too', async () => {
    await at.page.evaluate(async (editor) => {
      await globalThis.streamone.open().client.login(editor);
    }, EDITOR);
    await openQueue(at.page);
    await add(at.page, { a: 10 });
    await come(at.page, 'a done');
    const other = await at.tab();
    await openQueue(other);
    await other.evaluate(() => globalThis.queue.pause());
    await add(other, { b: 10 });
    await at.page.evaluate(() => globalThis.opened.client.logout());
    await come(at.page, '');
    await come(other, '');
    const kept = await at.page.evaluate(async () => {
      const [database] = await indexedDB.databases();
      const opening = indexedDB.open(database?.name ?? '');
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const asking = opening.result.transaction('entries').objectStore('entries').getAll();
      await new Promise((resolve) => (asking.onsuccess = resolve));
      opening.result.close();
      return [database?.name, asking.result];
    });
    expect(kept).toEqual(['streamone-uploads', []]);
  });
});
