import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { endSessions } from './end-sessions.ts';
import { signIn } from './open-studio.ts';
import { studioUnderTest } from './studio-under-test.ts';
import { chooseFiles, slowUploads, someBytes } from './upload-steps.ts';

describe.skipIf(!hasChromium)('a session that ends during work', () => {
  const open = studioUnderTest();

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
    // It stays until something is decided, though Chromium lets a page stop no more than some of these keys.
    for (let turn = 0; turn < 5; turn++) {
      await page.keyboard.press('Escape');
      expect(await dialog.isVisible()).toBe(true);
    }
    expect(await dialog.getByLabel('Name').inputValue()).toBe('editor');
    expect(await page.evaluate('document.activeElement.name')).toBe('password');
    await signIn(page, open.studio);
    await dialog.waitFor({ state: 'detached' });
    expect(await search.inputValue()).toBe('weather');
    await page.getByText('Weather, week 31').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('weather');
  });

  test('stays before all else where a browser closes the dialog all the same', async () => {
    const page = await open.signedIn();
    await page.getByText('Radio news, 07:00').waitFor();
    await page.waitForLoadState('networkidle');
    endSessions(open.studio);
    await page.getByRole('link', { name: 'Live', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
    await dialog.getByLabel('Password').fill('half of i');
    await page.evaluate(`document.querySelector('dialog').close()`);
    await expect.poll(() => page.evaluate(`document.querySelector('dialog').matches(':modal')`)).toBe(true);
    expect(await dialog.getByLabel('Password').inputValue()).toBe('half of i');
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
  });

  test('uploads in flight while the session ends arrive once, and their answers leave the new session alone', async () => {
    const page = await open.signedIn();
    await page.getByText('Radio news, 07:00').waitFor();
    await slowUploads(page, 100_000);
    const names = ['flying 1', 'flying 2', 'waiting 3'];
    await chooseFiles(
      page,
      names.map((name) => ({ name: `${name}.mp4`, ...someBytes(300_000) })),
    );
    const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    for (const name of names.slice(0, 2)) {
      await expect.poll(() => row(name).getByRole('progressbar').getAttribute('value').then(Number)).toBeGreaterThan(0);
    }
    endSessions(open.studio);
    await page.getByRole('link', { name: 'Live', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
    await dialog.waitFor();
    await signIn(page, open.studio);
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Harbour webcam' }).waitFor();
    await page.getByRole('link', { name: 'Uploads' }).first().click();
    await slowUploads(page, -1);
    for (const name of names) await row(name).getByText('Uploaded').waitFor();
    const arrived = [...open.studio.platform.state.files]
      .map(({ name }) => name)
      .filter((name) => /^(flying|waiting)/.test(name));
    expect(arrived.sort()).toEqual(names.map((name) => `${name}.mp4`));
    await page.reload();
    await page.getByRole('heading', { name: 'Uploads', exact: true }).waitFor();
  });

  test('leaving instead forgets what was on the page', async () => {
    const page = await open.signedIn();
    await page.getByText('Radio news, 07:00').waitFor();
    await chooseFiles(page, [{ name: 'hers.mp4', ...someBytes(10) }]);
    await page.getByRole('link', { name: 'hers' }).waitFor();
    // Nothing is under way that could tell of it too early.
    await page.waitForLoadState('networkidle');
    endSessions(open.studio);
    await page.getByRole('link', { name: 'Uploads' }).first().click();
    await page.getByRole('listitem').filter({ hasText: 'hers' }).getByText('Uploaded').waitFor();
    await page.getByRole('link', { name: 'Live', exact: true }).click();
    await page.getByRole('button', { name: 'Leave this page instead' }).click();
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/Radio news|Newsroom/);
    await signIn(page, open.studio);
    await page.getByRole('link', { name: 'Uploads' }).first().click();
    await page.getByText('No uploads').waitFor();
    await chooseFiles(page, [{ name: 'again.mp4', ...someBytes(10) }]);
    await page.getByRole('listitem').filter({ hasText: 'again' }).getByText('Uploaded').waitFor();
  });
});
