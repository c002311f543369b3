import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { endSessions } from './end-sessions.ts';
import { signIn } from './open-studio.ts';
import { studioUnderTest } from './studio-under-test.ts';
import { chooseFiles, pickAtTop, someBytes } from './upload-steps.ts';

const OF_EDITOR = /night train|Radio news|Newsroom.*items|hers/;

/** Has an item's page look again, by which it learns that the session is over. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(`dispatchEvent(new Event('online'))`);
  await page.getByRole('dialog', { name: 'Please sign in again' }).waitFor();
}

async function openItem(page: Page): Promise<void> {
  await page.getByRole('link', { name: /night train/ }).click();
  await page.getByText('From Amsterdam to Vienna').waitFor();
  // Nothing is under way that could tell of the end of the session too early.
  await page.waitForLoadState('networkidle');
}

describe.skipIf(!hasChromium)('another person', () => {
  const open = studioUnderTest();
  const accountId = (called: string): string =>
    [...open.studio.platform.state.accounts].find(({ name }) => name === called)?.id ?? '';

  test('who signs in at the session dialog sees no item, search, upload or name of who was there', async () => {
    const page = await open.signedIn('/?q=night');
    await chooseFiles(page, [{ name: 'hers.mp4', ...someBytes(10) }]);
    await expect.poll(() => page.locator('[aria-live]').textContent()).toContain('hers is uploaded');
    await openItem(page);
    endSessions(open.studio);
    await lookAgain(page);
    // Before anything of theirs has come, too.
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/streamone/api/**', (route) => held.then(() => route.continue()));
    await signIn(page, open.studio, 'reader');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const menu = page.getByRole('button', { name: /settings and sign out/ });
    const library = page.getByRole('link', { name: 'Library', exact: true }).first();
    expect(await page.locator('body').innerText()).not.toMatch(OF_EDITOR);
    expect(await menu.getAttribute('aria-label')).not.toContain('Eva Meijer');
    expect(await library.getAttribute('href')).not.toContain('night');
    release?.();
    await page.getByRole('heading', { name: 'Academy', level: 1 }).waitFor();
    await page.getByText('Lecture 1: what a pixel is').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
    expect(await page.locator('body').innerText()).not.toMatch(OF_EDITOR);
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    const upload = page.getByRole('banner').getByRole('button', { name: 'Upload' });
    await expect.poll(() => upload.getAttribute('aria-disabled')).toBe('true');
    await expect.poll(() => menu.getAttribute('aria-label')).not.toMatch(/Eva Meijer|^Signed in/);
    await page.getByRole('link', { name: 'Uploads' }).first().click();
    await page.getByText('No uploads').waitFor();
  });

  test('who comes by another tab sees a list of their own, in an account that both may read', async () => {
    const page = await open.signedIn(`/?account=${accountId('Academy')}`);
    await page.getByText('Lecture 1: what a pixel is').waitFor();
    await page.waitForLoadState('networkidle');
    endSessions(open.studio);
    const other = await page.context().newPage();
    await other.goto(open.studio.url);
    await other.getByLabel('Name', { exact: true }).waitFor();
    // What the one before was told is not what this one is told.
    const item = [...open.studio.platform.state.items].find(({ title }) => title.startsWith('Lecture 1'));
    open.studio.platform.state.items.update(item?.id ?? '', { title: 'Lecture 1, as the reader sees it' });
    await signIn(other, open.studio, 'reader');
    await page.getByText('Lecture 1, as the reader sees it').waitFor();
    open.studio.platform.state.items.update(item?.id ?? '', { title: 'Lecture 1: what a pixel is' });
    expect(await page.locator('body').innerText()).not.toContain('what a pixel is');
    const menu = page.getByRole('button', { name: /settings and sign out/ });
    await expect.poll(() => menu.getAttribute('aria-label')).not.toMatch(/Eva Meijer|^Signed in/);
  });

  test('live streams go too', async () => {
    const page = await open.signedIn('/live');
    await page.getByRole('heading', { name: 'Harbour webcam' }).waitFor();
    await page.waitForLoadState('networkidle');
    endSessions(open.studio);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('dialog').waitFor();
    await signIn(page, open.studio, 'reader');
    await page.getByText('Lecture 1: what a pixel is').waitFor();
    await page.getByRole('link', { name: 'Live', exact: true }).click();
    await page.getByText('You may not see live streams in Academy').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Harbour');
  });

  test('the same person finds the item, and the file with the title that they were writing', async () => {
    const page = await open.signedIn('/?q=night');
    await openItem(page);
    await pickAtTop(page, [{ name: 'tram.mp4', ...someBytes(10) }]);
    await page.getByLabel('Title').fill('The last tram');
    endSessions(open.studio);
    await lookAgain(page);
    await signIn(page, open.studio);
    await page.getByRole('dialog', { name: 'Please sign in again' }).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Title').inputValue()).toBe('The last tram');
    expect(new URL(page.url()).pathname).toMatch(/^\/items\//);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('From Amsterdam to Vienna').waitFor();
    expect(await page.getByRole('link', { name: 'Library', exact: true }).first().getAttribute('href')).toContain(
      'q=night',
    );
  });
});
