import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { signIn } from './open-studio.ts';
import { studioUnderTest } from './studio-under-test.ts';

describe.skipIf(!hasChromium)('two tabs', () => {
  const open = studioUnderTest();

  test('signing out in one is seen by the other, and so is signing in', async () => {
    const one = await open.signedIn();
    const other = await one.context().newPage();
    await other.goto(`${open.studio.url}/live`);
    await other.getByRole('heading', { name: 'Harbour webcam' }).waitFor();
    await one.getByRole('button', { name: /settings and sign out/ }).click();
    await one.getByRole('button', { name: 'Sign out', exact: true }).click();
    await other.getByText('You have signed out in another tab.').waitFor();
    expect(await other.locator('body').innerText()).not.toContain('Harbour');
    await signIn(one, open.studio);
    await one.getByText('Radio news, 07:00').waitFor();
    await other.getByRole('heading', { name: 'Harbour webcam' }).waitFor();
  });

  test('another person in one takes the place in the other', async () => {
    const one = await open.signedIn();
    const other = await one.context().newPage();
    await other.goto(open.studio.url);
    await other.getByText('Radio news, 07:00').waitFor();
    await one.getByRole('button', { name: /settings and sign out/ }).click();
    await one.getByRole('button', { name: 'Sign out', exact: true }).click();
    await one.getByText('You have signed out.').waitFor();
    await signIn(one, open.studio, 'reader');
    await one.getByText('Lecture 1: what a pixel is').waitFor();
    await other
      .getByText(/Lecture|You may not see items in Newsroom/)
      .first()
      .waitFor();
    expect(await other.locator('body').innerText()).not.toContain('Radio news');
  });
});
