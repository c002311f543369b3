import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { TestServer } from '../src/index.js';

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
