import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Site } from '../../../node/test/gateway-site.ts';
import { openChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { type PageSiteOptions, startPageSite } from './page-site.ts';

/** The studio's editor, as they log in. */
export const EDITOR = { username: 'editor', password: 'Zuidwester-windkracht-8' } as const;

/** A browser of its own for each test, before a site that all tests of a file share. */
export interface ChromiumSite {
  readonly site: Site;
  readonly context: BrowserContext;
  /** The site's page, loaded. */
  readonly page: Page;
  /** Everything that the browser sent: addresses, headers and bodies. */
  readonly sent: readonly string[];
  /** Another tab. */
  tab(path?: string): Promise<Page>;
}

/** How one differs from the usual one. */
export interface ChromiumSiteOptions extends Partial<PageSiteOptions> {
  /** Further flags of Chromium. */
  readonly flags?: readonly string[];
  /** The name that the browser has the site under. */
  readonly host?: string;
}

/** Sets one up for the tests of a `describe`. No page may complain of an error or of its policy, unless a test forgives. */
export function chromiumSite(
  { flags = [], host, ...options }: ChromiumSiteOptions = {},
  forgiven: RegExp = /status of [45]\d\d|net::ERR_/,
): ChromiumSite {
  let site: Site;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];
  const sent: string[] = [];
  beforeAll(async () => {
    site = await startPageSite({
      modules: {
        page: 'test/chromium/page.ts',
        'login-worker': 'src/login/login-worker.ts',
        'in-worker': 'test/chromium/in-worker.ts',
      },
      allow: ['item/view', 'item/create', 'user/viewme', 'user/getmyroles', 'api/mytokens', 'application/getmyroles'],
      anonymous: ['item/view', 'item/create', 'api/mytokens', 'application/getmyroles'],
      limits: { loginsPerMinute: 1000, addressPerMinute: 10_000, personPerMinute: 10_000 },
      ...options,
    });
    browser = await openChromium(...flags);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
  });
  const tab = async (path = '/'): Promise<Page> => {
    const opened = await context.newPage();
    const url = new URL(path, site.url);
    if (host !== undefined) url.hostname = host;
    await opened.goto(url.href);
    return opened;
  };
  beforeEach(async () => {
    site.platform.journal.clear();
    complaints.length = 0;
    sent.length = 0;
    context = await browser.newContext();
    context.on('console', (message) => complaints.push(message.text()));
    context.on('weberror', (error) => complaints.push(String(error.error())));
    context.on('request', (request) => {
      sent.push(`${request.url()}\n${JSON.stringify(request.headers())}\n${request.postData() ?? ''}`);
    });
    page = await tab();
  });
  afterEach(async () => {
    await context.close();
    expect(complaints.filter((text) => !forgiven.test(text))).toEqual([]);
  });
  return {
    get site() {
      return site;
    },
    get context() {
      return context;
    },
    get page() {
      return page;
    },
    sent,
    tab,
  };
}
