import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { endSessions } from './end-sessions.ts';
import { studioUnderTest } from './studio-under-test.ts';
import { chooseFiles, pickAtTop, slowUploads, someBytes } from './upload-steps.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe finds on a page, as lines. It runs past the policy, as a browser's own tools do. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate('document.fonts.ready');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Runtime.evaluate', { expression: AXE });
  const { violations } = await page.evaluate<{ readonly violations: readonly Finding[] }>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

type Step = (page: Page) => Promise<unknown>;

const VIEWS: readonly (readonly [name: string, path: string, arrive: Step])[] = [
  ['the library', '/', (page) => page.getByText('Radio news, 07:00').waitFor()],
  [
    'the library with filters',
    '/?type=audio&archived=both&keyword=news',
    async (page) => {
      await page.getByText('Radio news, 07:00').waitFor();
      await page.getByRole('button', { name: 'Filters' }).click();
    },
  ],
  ['a search without results', '/?q=zzzz', (page) => page.getByText('Nothing found').waitFor()],
  [
    'an item',
    '/?q=marathon',
    async (page) => {
      await page.getByRole('link', { name: /marathon/ }).click();
      await page.getByText('The whole run').waitFor();
    },
  ],
  ['live streams', '/live', (page) => page.getByRole('heading', { name: 'Harbour webcam' }).waitFor()],
  ['no uploads', '/uploads', (page) => page.getByText('No uploads').waitFor()],
  [
    'uploads',
    '/uploads',
    async (page) => {
      await slowUploads(page, 30_000);
      await chooseFiles(
        page,
        ['a', 'b', 'c'].map((name) => ({ name: `file ${name}.mp4`, ...someBytes(200_000) })),
      );
      await page.getByRole('listitem').filter({ hasText: 'file b' }).getByRole('button', { name: 'Cancel' }).click();
      await page.getByText('Cancelled').waitFor();
    },
  ],
  [
    'the upload dialog',
    '/live',
    async (page) => {
      await pickAtTop(page, [
        { name: 'x.mp4', ...someBytes(10) },
        { name: 'hollow.mp4', ...someBytes(0) },
      ]);
      await page.getByText('hollow.mp4 is empty.').waitFor();
    },
  ],
  [
    'the menu',
    '/live',
    async (page) => {
      await page.getByRole('button', { name: /settings and sign out/ }).click();
      await page.getByText('Times in').waitFor();
    },
  ],
];

describe.skipIf(!hasChromium)('accessibility', () => {
  const open = studioUnderTest();

  for (const colorScheme of ['light', 'dark'] as const) {
    test.for(VIEWS)(`axe finds nothing, ${colorScheme}: %s`, async ([, path, arrive]) => {
      const page = await open.signedIn(path, { colorScheme, reducedMotion: 'reduce' });
      await arrive(page);
      expect(await findings(page)).toEqual([]);
    });

    test(`axe finds nothing, ${colorScheme}: signing in, at phone width too`, async () => {
      const page = await open.visit('/', {
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width: 390, height: 844 },
      });
      await page.getByLabel('Name', { exact: true }).waitFor();
      expect(await findings(page)).toEqual([]);
    });

    test(`axe finds nothing, ${colorScheme}: the library, a right that is missing, a session that ended`, async () => {
      const page = await open.signedIn('/', {
        as: 'reader',
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width: 390, height: 844 },
      });
      await page.locator('a.card').first().waitFor();
      const upload = page.getByRole('banner').getByRole('button', { name: 'Upload' });
      await expect.poll(() => upload.getAttribute('aria-disabled')).toBe('true');
      await upload.focus();
      expect(await findings(page)).toEqual([]);
      endSessions(open.studio);
      await page.getByLabel('Type').selectOption('audio');
      await page.getByRole('dialog').waitFor();
      expect(await findings(page)).toEqual([]);
    });
  }

  test.for(VIEWS)('nothing is wider than a phone: %s', async ([, path, arrive]) => {
    const page = await open.signedIn(path, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await arrive(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});
