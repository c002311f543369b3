// Makes docs/images/studio-*.png anew: `node apps/studio/scripts/screenshots.ts`. Look at each before it is kept.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { endSessions } from '../test/end-sessions.ts';
import { openStudio, signIn } from '../test/open-studio.ts';
import { until } from '../test/until.ts';
import { chooseFiles, slowUploads, someBytes } from '../test/upload-steps.ts';

const FOLDER = fileURLToPath(new URL('../../../docs/images/', import.meta.url));
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};
const DARK: BrowserContextOptions = { colorScheme: 'dark' };

mkdirSync(FOLDER, { recursive: true });
const open = await openStudio();

/** Shows a page once all its pictures are there, with nothing that moves. */
async function keep(page: Page, name: string): Promise<void> {
  await until(page, '[...document.images].every((image) => image.complete)');
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${FOLDER}studio-${name}.png`, animations: 'disabled' });
  await page.context().close();
  console.log(`docs/images/studio-${name}.png`);
}

async function library(name: string, options: BrowserContextOptions, path = '/'): Promise<void> {
  const page = await open.signedIn(path, options);
  await page.locator('a.card').first().waitFor();
  await keep(page, name);
}

async function item(name: string, options: BrowserContextOptions): Promise<void> {
  const page = await open.signedIn('/?q=night+train', options);
  await page.locator('a.card').first().click();
  await page.getByText('Mirjam Bos').waitFor();
  await until(page, 'document.querySelector("video").readyState > 0');
  // The browser's own player shows that it loads for a while longer.
  await page.waitForTimeout(2500);
  await keep(page, name);
}

// The worker is heard until it is some way: the picture is of a password that is being reckoned, however fast.
const page = await open.visit();
await page.addInitScript(`{
  const { addEventListener } = Worker.prototype;
  Worker.prototype.addEventListener = function (name, listener, options) {
    let isOver = false;
    const hear = (event) => {
      if (!isOver) listener(event);
      isOver ||= event.data?.done > 0.2;
    };
    addEventListener.call(this, name, name === 'message' ? hear : listener, options);
  };
}`);
await page.reload();
await signIn(page, open.studio);
await until(page, 'document.querySelector("progress")?.value > 0.2');
await keep(page, 'sign-in');

await library('library-light', {});
await library('library-dark', DARK);
await library('library-phone', PHONE);
await library('library-phone-dark', { ...PHONE, ...DARK });
await library('filters', {}, '/?type=video&archived=both&from=2020-01-01&sort=aired');
await item('item-light', {});
await item('item-dark', DARK);
await item('item-phone', PHONE);

const live = await open.signedIn('/live', DARK);
await live.getByRole('heading', { name: 'Harbour webcam' }).waitFor();
await keep(live, 'live-dark');

const uploads = await open.signedIn('/uploads');
await slowUploads(uploads, 150_000);
await chooseFiles(
  uploads,
  ['harbour_at_dawn.mp4', 'interview_mayor_raw.mov', 'night_train_teaser.mp4', 'weather_week_47.mp4'].map(
    (name, at) => ({
      name,
      ...someBytes(700_000 + at * 400_000),
    }),
  ),
);
const row = uploads.getByRole('listitem').filter({ hasText: 'weather' });
await row.getByRole('button', { name: 'Cancel' }).click();
await uploads.waitForTimeout(2500);
await keep(uploads, 'uploads');

const reader = await open.signedIn('/', { as: 'reader' });
await reader.locator('a.card').first().waitFor();
await reader.locator('button[aria-disabled=true]').first().focus();
await keep(reader, 'rights');

const away = await open.signedIn('/');
await away.locator('a.card').first().waitFor();
endSessions(open.studio);
await away.getByLabel('Type').selectOption('audio');
await away.getByRole('dialog').waitFor();
await keep(away, 'session-ended');

await open[Symbol.asyncDispose]();
