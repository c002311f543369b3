import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { EDITOR, chromiumSite } from './chromium-site.ts';
import { add, come, openQueue, openQueueOf, shown, states } from './queue-steps.ts';

describe.skipIf(!hasChromium)('what is added to a queue, in Chromium', () => {
  const at = chromiumSite({
    as: 'user',
    anonymous: true,
    uploads: true,
    limits: { concurrentPerPerson: 100, addressPerMinute: 10_000 },
  });

  test('is there after a reload that comes at once', async () => {
    await openQueueOf(at.page, 'eva');
    // All in one go: nothing of the test comes between the adding and the reload.
    const [reloaded] = await Promise.all([
      at.page.waitForEvent('load'),
      at.page.evaluate(async () => {
        globalThis.queue.pause();
        await globalThis.queue.add(['a', 'b', 'c'].map((name) => new File([name], name)));
        location.reload();
      }),
    ]);
    expect(reloaded).toBe(at.page);
    await openQueueOf(at.page, 'eva');
    expect(await states(at.page)).toBe('a needs-file, b needs-file, c needs-file');
  });

  test('is shown once it is kept, and all of it at once', async () => {
    const told = await at.page.evaluate(async () => {
      const { open, uploadQueue, memoryUploadStore } = globalThis.streamone;
      const store = memoryUploadStore();
      const gate = new EventTarget();
      const kept = new Promise((resolve) => gate.addEventListener('open', resolve));
      const saved: number[] = [];
      const queue = uploadQueue({
        client: open().client,
        person: 'eva',
        store: {
          ...store,
          async save(person, entries) {
            saved.push(entries.length);
            await kept;
            await store.save(person, entries);
          },
        },
      });
      queue.pause();
      await queue.ready;
      const lengths: number[] = [];
      queue.subscribe(() => lengths.push(queue.entries.length));
      const adding = queue.add([new File(['x'], 'x'), new File(['y'], 'y')]);
      while (saved.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      const before = queue.entries.length;
      gate.dispatchEvent(new Event('open'));
      const ids = await adding;
      return {
        before,
        saved,
        lengths: [...new Set(lengths)],
        same: ids.join() === queue.entries.map(({ id }) => id).join(),
      };
    });
    expect(told).toEqual({ before: 0, saved: [2], lengths: [0, 2], same: true });
  });

  test('is one entry, though it is added twice at the same time', async () => {
    await openQueueOf(at.page, 'eva');
    const ids = await at.page.evaluate(async () => {
      globalThis.queue.pause();
      const file = new File(['x'], 'same', { lastModified: 1 });
      const other = new File(['x'], 'same', { lastModified: 1 });
      return (await Promise.all([globalThis.queue.add([file, other]), globalThis.queue.add([other])])).flat();
    });
    expect(new Set(ids).size).toBe(1);
    expect(await states(at.page)).toBe('same waiting');
  });

  test('takes the place of one that was cancelled, and not of one in another account', async () => {
    await openQueueOf(at.page, 'eva');
    const [first = ''] = await at.page.evaluate(() => {
      globalThis.queue.pause();
      return globalThis.queue.add([new File(['x'], 'x', { lastModified: 1 })]);
    });
    await at.page.evaluate((id) => globalThis.queue.cancel(id), first);
    const [second, third] = await at.page.evaluate(async () => {
      const file = new File(['x'], 'x', { lastModified: 1 });
      const { queue } = globalThis;
      return [...(await queue.add([file])), ...(await queue.add([file], { account: 'another' }))];
    });
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await states(at.page)).toBe('x waiting, x waiting');
    await at.page.reload();
    await openQueueOf(at.page, 'eva');
    expect(await states(at.page)).toBe('x needs-file, x needs-file');
  });

  test('is none of it where a handle leads nowhere, or the queue was closed', async () => {
    await openQueueOf(at.page, 'eva');
    const told = await at.page.evaluate(async () => {
      const { queue } = globalThis;
      const folder = await navigator.storage.getDirectory();
      const gone = await folder.getFileHandle('gone', { create: true });
      await folder.removeEntry('gone');
      const first = await queue.add([new File(['x'], 'x'), gone]).catch((error: Error) => error.name);
      queue.close();
      const second = await queue.add([new File(['x'], 'x')]).catch((error: Error) => error.name);
      return [first, second, queue.entries.length];
    });
    expect(told).toEqual(['NotFoundError', 'InvalidArgumentError', 0]);
    await at.page.reload();
    await openQueueOf(at.page, 'eva');
    expect(await shown(at.page)).toEqual([]);
  });
});

describe.skipIf(!hasChromium)('a queue whose person goes, in Chromium', () => {
  const at = chromiumSite({ uploads: true });

  test('takes nothing in while they log out', async () => {
    await at.page.evaluate((editor) => globalThis.streamone.open().client.login(editor), EDITOR);
    await openQueue(at.page);
    const told = await at.page.evaluate(async () => {
      const { queue } = globalThis;
      const adding = queue.add([new File(['x'], 'late')]).catch((error: Error) => error.name);
      await globalThis.opened.client.logout();
      return { added: await adding, entries: queue.entries.length };
    });
    // It may have been in time; what counts is that nothing is left.
    expect([told.added === 'InvalidArgumentError' || Array.isArray(told.added), told.entries]).toEqual([true, 0]);
    await at.page.evaluate((editor) => globalThis.streamone.open().client.login(editor), EDITOR);
    await openQueue(at.page);
    expect(await shown(at.page)).toEqual([]);
  });

  test('is not sent in the name of somebody who logs in after them, and stays for when they are back', async () => {
    await at.page.evaluate((editor) => globalThis.streamone.open().client.login(editor), EDITOR);
    await openQueue(at.page);
    await at.page.evaluate(() => globalThis.queue.pause());
    await add(at.page, { hers: 10 });
    const other = await at.tab();
    // Without a logout, as where the session of the first had ended unseen.
    await other.evaluate(() =>
      globalThis.streamone.open().client.login({ username: 'reader', password: 'Academie-aan-zee-5' }),
    );
    await expect
      .poll(() =>
        at.page.evaluate(() => globalThis.opened.told.filter((told) => (told as string[])[0] === 'session').length),
      )
      .toBe(2);
    const before = at.site.platform.state.files.size;
    const error = await at.page.evaluate(async () => {
      globalThis.queue.resume();
      return globalThis.queue.add([new File(['x'], 'x')]).catch(({ name }: Error) => name);
    });
    expect([error, await states(at.page), at.site.platform.state.files.size]).toEqual([
      'InvalidArgumentError',
      'hers waiting',
      before,
    ]);
    await at.page.evaluate((editor) => globalThis.streamone.open().client.login(editor), EDITOR);
    await openQueue(at.page);
    await come(at.page, 'hers needs-file');
  });
});
