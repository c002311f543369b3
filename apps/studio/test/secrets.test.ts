import { createHash } from 'node:crypto';
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { signIn } from './open-studio.ts';
import { studioUnderTest } from './studio-under-test.ts';

/** Everything that the page's memory holds, as the browser's own tools take it. */
async function heapOf(devtools: CDPSession): Promise<string> {
  const pieces: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.send('HeapProfiler.disable');
  return pieces.join('');
}

/** Everything that the page could have kept. */
function storedBy(page: Page): Promise<string> {
  return page.evaluate(`(async () => {
    const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie, location.href];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = reject;
      });
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store).getAll();
        kept.push(await new Promise((resolve) => (rows.onsuccess = () => resolve(JSON.stringify(rows.result)))));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) kept.push(request.url, await (await cache.match(request)).text());
    }
    return kept.join('\\n');
  })()`);
}

/** Writes down all that goes over the network, both ways. */
function writeDown(page: Page): { readonly text: () => Promise<string> } {
  const parts: Promise<string>[] = [];
  page.on('request', (request) => {
    parts.push(
      request.allHeaders().then((headers) => `${request.url()} ${JSON.stringify(headers)} ${request.postData() ?? ''}`),
    );
  });
  page.on('response', (response) => {
    parts.push(response.allHeaders().then((headers) => JSON.stringify(headers)));
    parts.push(response.text().catch(() => ''));
  });
  return { text: async () => (await Promise.all(parts.map((part) => part.catch(() => '')))).join('\n') };
}

describe.skipIf(!hasChromium)('no secret is in the browser', () => {
  const open = studioUnderTest();

  test('after signing in, and after signing out', async () => {
    const { platform, logins } = open.studio;
    const page = await open.visit();
    const network = writeDown(page);
    const devtools = await page.context().newCDPSession(page);
    await signIn(page, open.studio);
    await page.getByText('Radio news, 07:00').waitFor();
    const { credentials, state } = platform;
    const password = logins[0]?.password ?? '';
    const secrets: Readonly<Record<string, string>> = {
      'the PSK of the application': credentials.application.psk,
      'the PSK of the user': credentials.user.psk,
      'the password': password,
      'the md5 of the password': createHash('md5').update(password).digest('hex'),
      ...Object.fromEntries([...state.sessions].map(({ key }, at) => [`the session key ${at}`, key])),
    };
    expect(Object.keys(secrets)).toHaveLength(5);
    const found = async (): Promise<string[]> => {
      const places = { heap: await heapOf(devtools), storages: await storedBy(page), network: await network.text() };
      // The search itself is tried: each place holds what it must.
      expect(places.heap).toContain('Radio news');
      expect(places.network).toContain('x-streamone-gateway');
      return Object.entries(places).flatMap(([place, text]) =>
        Object.entries(secrets).flatMap(([name, secret]) => (text.includes(secret) ? [`${name} in ${place}`] : [])),
      );
    };
    expect(await found()).toEqual([]);
    await page.getByRole('button', { name: /settings and sign out/ }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByText('You have signed out.').waitFor();
    const after = await heapOf(devtools);
    expect(Object.entries(secrets).filter(([, secret]) => after.includes(secret))).toEqual([]);
    const kept = await storedBy(page);
    expect(Object.entries(secrets).filter(([, secret]) => kept.includes(secret))).toEqual([]);
    expect(await network.text()).not.toContain(password);
  });
});
