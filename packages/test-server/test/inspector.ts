import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import type { TestServer } from '../src/index.js';

const CHROMIUM = '/usr/bin/chromium';

/** Without Chromium there is nothing to look at the page with. */
export const hasChromium = existsSync(CHROMIUM);

/** Starts the browser. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page with the inspector in it. */
export interface Inspector extends AsyncDisposable {
  readonly page: Page;
  /** What went wrong in it: errors, warnings, what its policy forbids, requests to elsewhere. */
  readonly problems: string[];
}

/** Opens the inspector of a server. @param at the hash of its address */
export async function openInspector(
  browser: Browser,
  { url }: TestServer,
  at = '',
  options: BrowserContextOptions = {},
): Promise<Inspector> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => problems.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:')) problems.push(request.url());
  });
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(`${url}/__streamone/${at}`);
  return {
    page,
    problems,
    [Symbol.asyncDispose]: () => context.close(),
  };
}
