import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { livePages } from './live/live-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PAGES = [
  '/',
  '/guides/first-request',
  '/protocol/',
  '/reference/',
  '/reference/actions/item/view',
  '/reference/statuses',
  '/reference/data-types',
  '/packages/core/classes/ApiError',
];

/** The theme's search button shows the keys that open it beside its name. */
const OPTIONS = { rules: { 'label-content-name-mismatch': { enabled: false } } };

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate('document.fonts.ready');
  await page.addScriptTag({ content: AXE });
  const { violations } = await page.evaluate<{ readonly violations: readonly Finding[] }>(
    `axe.run(document, ${JSON.stringify(OPTIONS)})`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

describe.skipIf(!hasChromium)('the built site in a browser', () => {
  const site = livePages();

  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 390],
  ] as const) {
    test.for(PAGES)(`axe finds nothing, and nothing sticks out: ${colorScheme}, ${width} wide, %s`, async (path) => {
      const page = await site.visit(path);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.reload();
      await page.locator(colorScheme === 'dark' ? 'html.dark' : 'html:not(.dark)').waitFor();
      await page.getByRole('main').waitFor();
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(site.complaints).toEqual([]);
    });
  }

  test('every page says that it is unofficial', async () => {
    for (const path of ['/', '/guides/first-request', '/reference/actions/item/view']) {
      const page = await site.visit(path);
      const note = page.getByText('Unofficial: not affiliated with the vendor');
      await note.waitFor({ state: 'visible' });
    }
  });

  test.for([
    ['SESSION_NEEDS_V2_HASH', '/reference/statuses'],
    ['createGateway', '/packages/node/functions/createGateway'],
    ['uploadtoken/create', '/reference/actions/uploadtoken/create'],
  ] as const)('the search for %s leads to %s', async ([text, path]) => {
    const page = await site.visit('/');
    await page.getByRole('button', { name: 'Search' }).first().click();
    await page.getByRole('searchbox').fill(text);
    await page.locator(`.VPLocalSearchBox a[href^="${path}"]`).first().waitFor();
  });

  test.for([
    ['upload', '/guides/'],
    ['login', '/protocol/'],
    ['282', '/reference/statuses'],
  ] as const)('the search for %s does not begin with the packages, but with %s', async ([text, path]) => {
    const page = await site.visit('/');
    await page.getByRole('button', { name: 'Search' }).first().click();
    await page.getByRole('searchbox').fill(text);
    await page.locator(`.VPLocalSearchBox .result[href^="${path}"]`).first().waitFor();
    expect(await page.locator('.VPLocalSearchBox .result').first().getAttribute('href')).not.toContain('/packages/');
  });

  test('a slash too many leads to the page, and an address without a page says so', async () => {
    const page = await site.visit('/guides/uploads/');
    expect(new URL(page.url()).pathname).toBe('/guides/uploads');
    await page.getByRole('heading', { level: 1, name: 'A first upload' }).waitFor();
    await page.goto(new URL('/guides/nothing/', page.url()).href);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  });

  test('the home page leads to the first request', async () => {
    const page = await site.visit('/');
    await page.getByRole('link', { name: 'Your first request' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'The first request' }).waitFor();
  });
});
