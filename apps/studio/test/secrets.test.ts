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
    // The search itself is tried: each place holds what it must.
    await page.evaluate(`(async () => {
      localStorage.setItem('canary', 'seen in local storage');
      await (await caches.open('canary')).put('/canary', new Response('seen in a cache'));
      const opened = indexedDB.open('canary', 1);
      opened.onupgradeneeded = () => opened.result.createObjectStore('rows').put('seen in a database', 1);
      await new Promise((resolve) => (opened.onsuccess = resolve));
      opened.result.close();
    })()`);
    const found = async (): Promise<string[]> => {
      const places = { heap: await heapOf(devtools), storages: await storedBy(page), network: await network.text() };
      expect(places.network).toContain('x-streamone-gateway');
      for (const place of ['local storage', 'a cache', 'a database']) {
        expect(places.storages).toContain(`seen in ${place}`);
      }
      return Object.entries(places).flatMap(([place, text]) =>
        Object.entries(secrets).flatMap(([name, secret]) => (text.includes(secret) ? [`${name} in ${place}`] : [])),
      );
    };
    expect(await heapOf(devtools)).toContain('Radio news');
    expect(await found()).toEqual([]);
    await page.getByRole('button', { name: /settings and sign out/ }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByText('You have signed out.').waitFor();
    expect(await found()).toEqual([]);
  });
});
