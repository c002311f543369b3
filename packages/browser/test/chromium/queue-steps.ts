import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Entries, as far as tests look at them. */
export type Shown = readonly { readonly name: string; readonly state: string }[];

/** Makes the queue of a page, and waits until what was left is there. */
export function openQueue(page: Page, concurrency = 2, person?: string): Promise<void> {
  return page.evaluate(
    async ([most, whose]) => {
      const { open, uploadQueue } = globalThis.streamone;
      globalThis.opened = open();
      const { client } = globalThis.opened;
      if (whose === undefined) await client.resume();
      globalThis.queue = uploadQueue({ client, concurrency: most, ...(whose !== undefined && { person: whose }) });
      await globalThis.queue.ready;
    },
    [concurrency, person] as const,
  );
}

/** Adds files of so many bytes, by name. @returns IDs */
export function add(page: Page, files: Readonly<Record<string, number>>): Promise<readonly string[]> {
  return page.evaluate((sizes) => {
    const made = Object.entries(sizes).map(
      ([name, size]) => new File([new Uint8Array(size)], name, { lastModified: 1_700_000_000_000 }),
    );
    return globalThis.queue.add(made, { fields: { title: 'Queued' } });
  }, files);
}

/** What the queue of a page shows. */
export const shown = (page: Page): Promise<Shown> =>
  page.evaluate(() => globalThis.queue.entries.map(({ name, state }) => ({ name, state })));

/** The same, as a text. */
export const states = async (page: Page): Promise<string> =>
  (await shown(page)).map(({ name, state }) => `${name} ${state}`).join(', ');

/** Waits until the queue is as it should be. */
export async function come(page: Page, expected: string): Promise<void> {
  await expect.poll(() => states(page), { timeout: 10_000 }).toBe(expected);
}

/** The queue of somebody whom no gateway knows. */
export function openQueueOf(page: Page, person: string, concurrency?: number): Promise<void> {
  return openQueue(page, concurrency, person);
}
