import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { signIn } from './open-studio.ts';
import { studioUnderTest } from './studio-under-test.ts';

describe.skipIf(!hasChromium)('signing in', () => {
  const open = studioUnderTest();

  test('shows the progress, leads to the library, and holds over a reload', async () => {
    const page = await open.visit();
    await expect.poll(() => page.title()).toBe('Sign in – Studio');
    await signIn(page, open.studio);
    const progress = page.getByRole('progressbar', { name: 'Checking your password' });
    await progress.waitFor();
    await expect.poll(() => progress.getAttribute('value').then(Number)).toBeGreaterThan(0);
    await page.getByRole('heading', { name: 'Newsroom', level: 1 }).waitFor();
    await expect.poll(() => page.locator('.card').count()).toBeGreaterThan(5);
    await page.reload();
    await page.getByText('Live: marathon of Rotterdam').waitFor();
  });

  test('leads to where somebody wanted to go', async () => {
    const page = await open.visit('/?q=election&archived=both');
    await signIn(page, open.studio);
    await page.getByText('2 items', { exact: false }).first().waitFor();
    expect(new URL(page.url()).search).toBe('?q=election&archived=both');
  });

  test.for([
    ['a wrong password', 'editor', 'not-the-password'],
    ['a name that nobody has', 'nobody-at-all', 'not-the-password'],
  ] as const)('%s is refused in the same words', async ([, username, password]) => {
    const page = await open.visit();
    await signIn(page, open.studio, username, password);
    await page.getByRole('alert').getByText('That name or password is not right').waitFor();
    const field = page.getByLabel('Password');
    expect(await field.inputValue()).toBe('');
    expect(await field.evaluate('document.activeElement.name')).toBe('password');
    await signIn(page, open.studio);
    await page.getByRole('heading', { name: 'Newsroom' }).waitFor();
  });

  test('can be cancelled while the password is reckoned', async () => {
    const page = await open.visit();
    // The worker that reckons never comes, so that there is time to cancel it on any machine.
    await page.context().route('**/assets/*login-worker*', () => undefined);
    await signIn(page, open.studio);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.getByRole('alert').textContent()).toBe('');
  });

  test('somebody else who signs in sees nothing of who was there before, not for a moment', async () => {
    const account = [...open.studio.platform.state.accounts].find(({ name }) => name === 'Newsroom')?.id ?? '';
    const page = await open.signedIn(`/?account=${account}`);
    await page.getByText('Radio news, 07:00').waitFor();
    await page.getByRole('button', { name: /settings and sign out/ }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByText('You have signed out.').waitFor();
    await page.evaluate(`new MutationObserver(() => {
      if (document.body.textContent.includes('Radio news')) globalThis.seen = true;
    }).observe(document.body, { subtree: true, childList: true, characterData: true })`);
    await signIn(page, open.studio, 'reader');
    // They begin where they may see something, wherever the other was.
    await page.getByText('Lecture 1: what a pixel is').waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.evaluate('globalThis.seen === true')).toBe(false);
  });

  test('signing out shows nothing of the person any more', async () => {
    const page = await open.signedIn();
    await page.getByText('Live: marathon of Rotterdam').waitFor();
    await page.getByRole('button', { name: /settings and sign out/ }).click();
    await page.getByText('Eva Meijer').waitFor();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByText('You have signed out.').waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/marathon|Meijer/);
  });
});
