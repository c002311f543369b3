import { gatewayListener } from '@streamone/node';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite } from '../../../node/test/gateway-site.ts';
import { EDITOR } from '../chromium/chromium-site.ts';
import { hasChromium, openChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { type Installed, install } from './installed.ts';
import { trials } from './trials.ts';

/** Vite's own client looks for changes, over a socket that these pages have not. */
const HOT = /^\[vite\]|WebSocket/;

/** What the program tells. */
interface Told {
  readonly uploaded: { readonly itemId: string };
}

declare global {
  var trial: (login: typeof EDITOR) => Promise<Told>; // oxlint-disable-line no-var -- only so is it a member of globalThis
}

describe.skipIf(!hasChromium)('the package as it is published, in Chromium under a strict policy', () => {
  let installed: Installed;
  let browser: Browser;
  beforeAll(async () => {
    installed = install();
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    installed?.remove();
  });

  test.for(Object.entries(trials))(
    '%s: a login in the worker, calls, an upload',
    { timeout: 90_000 },
    async ([, start]) => {
      const trial = await start(installed);
      const site = await startSite({
        uploads: true,
        allow: ['item/view', 'user/viewme'],
        listener: (gateway) => {
          const own = gatewayListener(gateway);
          return (incoming, outgoing) =>
            incoming.url?.startsWith('/streamone/') === true
              ? own(incoming, outgoing)
              : trial.listener(incoming, outgoing);
        },
      });
      const context = await browser.newContext();
      try {
        const complaints: string[] = [];
        const loaded: string[] = [];
        const workers: string[] = [];
        context.on('console', (message) => complaints.push(message.text()));
        context.on('weberror', (error) => complaints.push(String(error.error())));
        context.on('request', (request) => loaded.push(new URL(request.url()).pathname));
        const page = await context.newPage();
        page.on('worker', (worker) => workers.push(worker.url()));
        await page.goto(site.url);
        await page.waitForFunction(() => typeof globalThis.trial === 'function');
        const told = await page.evaluate((editor) => globalThis.trial(editor), EDITOR);
        expect(told).toMatchObject({ same: true, items: 3, sent: 100_000, uploaded: { confirmed: true } });
        expect(site.platform.state.items.get(told.uploaded.itemId)).toMatchObject({ title: 'Trial' });
        expect(workers).toHaveLength(1);
        // The page itself had nothing to compute.
        expect(loaded.filter((path) => path.includes('answer-challenge'))).toEqual([]);
        expect(complaints.filter((text) => !HOT.test(text))).toEqual([]);
      } finally {
        await context.close();
        await site[Symbol.asyncDispose]();
        await trial.close?.();
      }
    },
  );
});
