import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type Studio, type StudioOptions, startStudio } from '../server/start-studio.ts';
import { openChromium } from '../../../scripts/chromium/open-chromium.ts';
import { quickSignIn } from './quick-sign-in.ts';

/** A studio with a browser before it. */
export interface OpenStudio {
  readonly studio: Studio;
  readonly browser: Browser;
  /** A new browser profile. */
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A page of a new profile, at a path. */
  visit(path?: string, options?: BrowserContextOptions): Promise<Page>;
  /** The same, signed in. */
  signedIn(path?: string, options?: BrowserContextOptions & { readonly as?: string }): Promise<Page>;
  /** Ends both. Rejects if anything went wrong on a page by itself: an error that nobody caught, a breach of the policy. */
  [Symbol.asyncDispose](): Promise<void>;
}

const USUAL: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  locale: 'en-GB',
  timezoneId: 'Europe/Amsterdam',
};

/** Signs in on a page that asks for it. */
export async function signIn(page: Page, { logins }: Studio, username = 'editor', password?: string): Promise<void> {
  const login = logins.find((each) => each.username === username);
  await page.getByLabel('Name', { exact: true }).fill(username);
  await page.getByLabel('Password').fill(password ?? login?.password ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Starts a studio on a free port, and Chromium. */
export async function openStudio(options: StudioOptions = {}): Promise<OpenStudio> {
  const studio = await startStudio(options);
  const browser = await openChromium();
  const faults: string[] = [];
  const open: OpenStudio = {
    studio,
    browser,
    async context(given = {}) {
      const context = await browser.newContext({ ...USUAL, ...given });
      context.setDefaultTimeout(20_000);
      context.on('weberror', (error) => faults.push(String(error.error().stack)));
      context.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) faults.push(message.text());
      });
      return context;
    },
    async visit(path = '/', given = {}) {
      const page = await (await open.context(given)).newPage();
      await page.goto(studio.url + path);
      return page;
    },
    async signedIn(path = '/', { as = 'editor', ...given } = {}) {
      const page = await open.visit('/icon.svg', given);
      await quickSignIn(page, as);
      await page.goto(studio.url + path);
      await page.getByRole('navigation', { name: 'Main' }).waitFor();
      return page;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await studio.close();
      if (faults.length > 0) throw new Error(`Pages went wrong by themselves:\n${faults.join('\n')}`);
    },
  };
  return open;
}
