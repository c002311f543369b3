import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { endSessions } from './end-sessions.ts';
import { type OpenStudio, openStudio, signIn } from './open-studio.ts';
import { chooseFiles, someBytes } from './upload-steps.ts';

describe.skipIf(!hasChromium)('a session that ends during work', () => {
  let open: OpenStudio;
  beforeAll(async () => {
    open = await openStudio();
  });
  afterAll(async () => {
    await open?.[Symbol.asyncDispose]();
  });

  test('asks to sign in again, and everything is where it was', async () => {
    const page = await open.signedIn('/?archived=both');
    await page.getByText('Radio news, 07:00').waitFor();
    await page.evaluate('scrollTo(0, 300)');
    // Nothing is under way that could tell of it too early.
    await page.waitForLoadState('networkidle');
    endSessions(open.studio);
    const search = page.getByRole('searchbox');
    await search.fill('weather');
    const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
    await dialog.waitFor();
    // It stays until something is decided.
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(true);
    expect(await dialog.getByLabel('Name').inputValue()).toBe('editor');
    expect(await page.evaluate('document.activeElement.name')).toBe('password');
    await signIn(page, open.studio);
    await dialog.waitFor({ state: 'detached' });
    expect(await search.inputValue()).toBe('weather');
    await page.getByText('Weather, week 31').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('weather');
    await page.context().close();
  });

  test('uploads wait for the person', async () => {
    const page = await open.signedIn('/uploads');
    // Nothing is under way that could tell of it too early.
    await page.waitForLoadState('networkidle');
    endSessions(open.studio);
    const files = ['first.mp4', 'second.mp4', 'third.mp4'].map((name) => ({ name, ...someBytes(2000) }));
    await chooseFiles(page, files);
    const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
    await dialog.waitFor();
    await signIn(page, open.studio);
    await dialog.waitFor({ state: 'detached' });
    for (const name of ['first', 'second', 'third']) {
      await page.getByRole('listitem').filter({ hasText: name }).getByText('Uploaded').waitFor();
    }
    // Each arrived once, whatever was under way when the session ended.
    expect([...open.studio.platform.state.files].map(({ name }) => name).sort()).toEqual([
      'first.mp4',
      'second.mp4',
      'third.mp4',
    ]);
    await page.context().close();
  });

  test('leaving instead forgets what was on the page', async () => {
    const page = await open.signedIn();
    await page.getByText('Radio news, 07:00').waitFor();
    // Nothing is under way that could tell of it too early.
    await page.waitForLoadState('networkidle');
    endSessions(open.studio);
    await page.getByRole('link', { name: 'Live', exact: true }).click();
    await page.getByRole('button', { name: 'Leave this page instead' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/Radio news|Newsroom/);
    await page.context().close();
  });
});
