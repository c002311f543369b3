import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { type RunningSite, startSite } from '../../server/start-site.ts';

/** A page of the built site. */
export interface LivePage {
  /** Opens one in a browser without a memory of others. */
  readonly visit: (path: string) => Promise<Page>;
  /** What went wrong in the pages, as their consoles tell. */
  readonly complaints: readonly string[];
}

/** Serves the built site, and opens its pages in one Chromium, for the tests of a `describe`. */
export function livePages(): LivePage {
  let site: RunningSite;
  let browser: Browser;
  const complaints: string[] = [];
  beforeAll(async () => {
    site = await startSite();
    browser = await openChromium();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    complaints.length = 0;
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  return {
    complaints,
    visit: async (path) => {
      const page = await browser.newPage();
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (line) => {
        if (line.type() === 'error') complaints.push(line.text());
      });
      await page.goto(`${site.url}${path}`);
      return page;
    },
  };
}
