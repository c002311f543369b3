import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { studioUnderTest } from './studio-under-test.ts';
import { chooseFiles, slowUploads, someBytes } from './upload-steps.ts';

describe.skipIf(!hasChromium)('signing out', () => {
  const open = studioUnderTest();

  test('asks while files upload, and staying leaves them alone', async () => {
    const page = await open.signedIn('/uploads');
    await slowUploads(page, 50_000);
    await chooseFiles(
      page,
      ['one', 'two', 'three'].map((name) => ({ name: `${name}.mp4`, ...someBytes(1_000_000) })),
    );
    await page.getByRole('progressbar').first().waitFor();
    const signOut = async (): Promise<void> => {
      await page.getByRole('button', { name: /settings and sign out/ }).click();
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    };
    await signOut();
    const dialog = page.getByRole('dialog', { name: 'Sign out while files upload?' });
    await dialog.getByText('3 uploads are not finished.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await signOut();
    await dialog.getByRole('button', { name: 'Stay signed in' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByRole('progressbar').count()).toBeGreaterThan(0);
    await signOut();
    await dialog.getByRole('button', { name: 'End uploads and sign out' }).click();
    await page.getByText('You have signed out.').waitFor();
  });
});
