import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { EDITOR, chromiumSite } from './chromium-site.ts';

const READER = { username: 'reader', password: 'Academie-aan-zee-5' } as const;

const asked = (at: ReturnType<typeof chromiumSite>): number =>
  at.site.asked().filter((path) => path === 'user/viewme').length;

describe.skipIf(!hasChromium)('answers that a page keeps, in Chromium', () => {
  const at = chromiumSite();

  test('are kept for who is known alone, and emptied at logout', async () => {
    const told = await at.page.evaluate(async (editor) => {
      const { open, cacheable, indexedDbCache, memoryCache } = globalThis.streamone;
      const found: Record<string, unknown> = {};
      for (const [name, cache] of Object.entries({ memory: memoryCache(), indexedDb: indexedDbCache() })) {
        const { client } = open({ cache, fetch: cacheable });
        const other = memoryCache();
        const cached: boolean[] = [];
        const view = async (given: object = {}): Promise<void> => {
          cached.push((await client.item.view({ limit: 1 }, given).response()).cached);
        };
        await view();
        await view();
        await client.login(editor);
        for (let turn = 0; turn < 2; turn++) {
          await view();
          await view({ cache: other });
        }
        await client.logout();
        await view();
        await view();
        await view({ cache: other });
        await client.login(editor);
        await view();
        found[name] = cached;
        await client.logout();
      }
      return found;
    }, EDITOR);
    const unknown = [false, false];
    const person = [false, false, true, true];
    const nobody = [false, true, false];
    const expected = [...unknown, ...person, ...nobody, false];
    expect(told).toEqual({ memory: expected, indexedDb: expected });
  });

  test('in IndexedDB are there after a reload, for the same person alone', async () => {
    const view = () =>
      at.page.evaluate(async () => {
        const { open, cacheable, indexedDbCache } = globalThis.streamone;
        const { client } = open({ cache: indexedDbCache(), fetch: cacheable });
        const call = (await client.resume()) === null ? client.item.view({ limit: 1 }) : client.user.viewme();
        return (await call.response()).cached;
      });
    const stored = () =>
      at.page.evaluate(async () => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('streamone-answers');
          opening.addEventListener('success', () => resolve(opening.result));
          opening.addEventListener('error', reject);
        });
        const keys = database.transaction('answers').objectStore('answers').getAllKeys();
        await new Promise((resolve) => keys.addEventListener('success', resolve));
        database.close();
        return keys.result.map(String);
      });
    await at.page.evaluate((editor) => globalThis.streamone.open().client.login(editor), EDITOR);
    expect(await view()).toBe(false);
    await at.page.reload();
    expect(await view()).toBe(true);
    expect(asked(at)).toBe(1);
    const [key] = await stored();
    expect(key).toContain(at.site.platform.credentials.user.id);
    await at.context.clearCookies();
    await at.page.reload();
    expect(await view()).toBe(false);
    expect(await stored()).toHaveLength(1);
    expect((await stored())[0]).not.toContain(at.site.platform.credentials.user.id);
    await at.page.reload();
    await at.page.evaluate((reader) => globalThis.streamone.open().client.login(reader), READER);
    await at.page.reload();
    expect(await view()).toBe(false);
    // What was kept for nobody went with that: the page that logged in had no cache to empty.
    expect(await stored()).toHaveLength(1);
    expect(await view()).toBe(true);
  });

  test('are emptied when somebody else logs in, and not kept when they come after that', async () => {
    const told = await at.page.evaluate(
      async ([editor, reader]) => {
        const { open, cacheable } = globalThis.streamone;
        const kept = new Map<string, string>();
        const cache = {
          get: async (key: string) => JSON.parse(kept.get(key) ?? 'null') ?? undefined,
          set: async (key: string, response: unknown) => void kept.set(key, JSON.stringify(response)),
          clear: async () => kept.clear(),
        };
        const slow: typeof cacheable = async (url, init) => {
          const answer = await cacheable(url, init);
          if (url.includes('/api/item/')) await new Promise((resolve) => setTimeout(resolve, 300));
          return answer;
        };
        const { client } = open({ cache, fetch: slow });
        await client.login(editor);
        await client.user.viewme();
        const sizes = [kept.size];
        await client.login(reader);
        sizes.push(kept.size);
        await client.login(editor);
        const late = client.item.view({ limit: 1 }).then(() => 'answered');
        await new Promise((resolve) => setTimeout(resolve, 100));
        await client.logout();
        await late;
        sizes.push(kept.size);
        return sizes;
      },
      [EDITOR, READER] as const,
    );
    expect(told).toEqual([1, 0, 0]);
  });

  test('where the browser forbids IndexedDB, each question is asked', async () => {
    await at.context.addInitScript(
      'Object.defineProperty(globalThis, "indexedDB", { get() { throw new Error("forbidden") } })',
    );
    await at.page.reload();
    const told = await at.page.evaluate(async (editor) => {
      const { open, cacheable, indexedDbCache } = globalThis.streamone;
      const { client } = open({ cache: indexedDbCache(), fetch: cacheable });
      await client.login(editor);
      const cached = [];
      for (let turn = 0; turn < 2; turn++) cached.push((await client.item.view({ limit: 1 }).response()).cached);
      await client.logout();
      return cached;
    }, EDITOR);
    expect(told).toEqual([false, false]);
  });
});
