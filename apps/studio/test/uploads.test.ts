import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { studioUnderTest } from './studio-under-test.ts';
import { chooseFiles, pickAtTop, pickFiles, slowUploads, someBytes } from './upload-steps.ts';

const bothIn = (tab: Page) => tab.getByRole('listitem').filter({ hasText: 'both' });

/** Picks a file that lies on the disk, which has the same time of its last change whenever it is picked. */
async function pickFromDisk(page: Page, path: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.evaluate('0');
  await page.getByRole('banner').getByRole('button', { name: 'Upload' }).click();
  await (await choosing).setFiles(path);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Upload/ })
    .click();
}

describe.skipIf(!hasChromium)('uploads', () => {
  const open = studioUnderTest();
  const folder = mkdtempSync(join(tmpdir(), 'studio-uploads-'));
  writeFileSync(join(folder, 'both.mp4'), Buffer.alloc(400_000, 7));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a file that is picked gets a title, shows its progress, and is in the library', async () => {
    const page = await open.signedIn();
    await page.getByText('Radio news, 07:00').waitFor();
    await slowUploads(page, 200_000);
    await pickAtTop(page, [{ name: 'harbour_at_dawn.mp4', ...someBytes(300_000) }]);
    const dialog = page.getByRole('dialog', { name: 'Upload to Newsroom' });
    expect(await dialog.getByLabel('Title').inputValue()).toBe('harbour at dawn');
    await dialog.getByLabel('Title').fill('Harbour at dawn, Žižkov');
    await dialog.getByRole('button', { name: 'Upload' }).click();
    await page.getByRole('progressbar', { name: /uploads/ }).waitFor();
    await page.getByRole('link', { name: /Harbour at dawn, Žižkov/ }).waitFor();
    expect(await page.locator('.card').first().innerText()).toContain('Harbour at dawn');
  });

  test('one that is dropped can be left archived', async () => {
    const page = await open.signedIn('/uploads');
    await page.getByText('No uploads').waitFor();
    const dropped = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['hello'], 'dropped.mp4', { type: 'video/mp4' }));
      return transfer;
    })()`);
    await page.dispatchEvent('main', 'dragenter', { dataTransfer: dropped });
    await page.getByText('Drop to upload to Newsroom').waitFor();
    await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Show in the library/).uncheck();
    await dialog.getByRole('button', { name: 'Upload' }).click();
    await page.getByRole('link', { name: 'Open dropped' }).click();
    await page.getByText('Yes: hidden from most lists').waitFor();
  });

  test('one that is cancelled can be sent again, and arrives once', async () => {
    const page = await open.signedIn('/uploads');
    await slowUploads(page, 100_000);
    await chooseFiles(page, [{ name: 'twice.mp4', ...someBytes(400_000) }]);
    const row = page.getByRole('listitem').filter({ hasText: 'twice' });
    await expect.poll(() => row.getByRole('progressbar').getAttribute('value').then(Number)).toBeGreaterThan(0);
    await row.getByRole('button', { name: 'Cancel' }).click();
    await row.getByText('Cancelled').waitFor();
    await slowUploads(page, -1);
    await row.getByRole('button', { name: 'Upload again' }).click();
    await row.getByText('Uploaded').waitFor();
    const { files } = open.studio.platform.state;
    expect([...files].filter(({ name }) => name === 'twice.mp4')).toHaveLength(1);
  });

  test('one that was under way during a reload is not sent again by itself', async () => {
    const page = await open.signedIn('/uploads');
    await slowUploads(page, 50_000);
    await chooseFiles(
      page,
      ['first', 'second', 'third'].map((name) => ({ name: `${name}.mp4`, ...someBytes(400_000) })),
    );
    const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    await row('third').getByText('Waits for its turn').waitFor();
    await expect
      .poll(() => row('first').getByRole('progressbar').getAttribute('value').then(Number))
      .toBeGreaterThan(0);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await row('first').getByText('It may have arrived or not').waitFor();
    await row('third').getByText('Its file has to be picked again').waitFor();
    const again = (...given: Parameters<typeof pickFiles>[2][]) =>
      pickFiles(page, () => page.getByRole('button', { name: /Pick it again/ }).click(), ...given);
    await again([{ name: 'other.mp4', ...someBytes(10) }]);
    const told = '“other.mp4” was given, but “third.mp4” is needed.';
    await page.locator('.strip').getByText(told).waitFor();
    await expect.poll(() => page.locator('[aria-live]').first().textContent()).toBe(told);
    await again([{ name: 'third.mp4', ...someBytes(10) }]);
    await page.locator('.strip').getByText('“third.mp4” is not as it was when it was added').waitFor();
  });

  test('a file that is picked in two tabs is sent once, and the second tab says so', async () => {
    const page = await open.signedIn('/uploads');
    await slowUploads(page, 100_000);
    const path = join(folder, 'both.mp4');
    await pickFromDisk(page, path);
    await bothIn(page).getByRole('progressbar').waitFor();
    const second = await page.context().newPage();
    await second.goto(`${open.studio.url}/uploads`);
    await bothIn(second).getByText('Being uploaded, in another tab').waitFor();
    expect(await bothIn(second).getByRole('button').count()).toBe(0);
    await pickFromDisk(second, path);
    const told = '“both.mp4” is in the list of uploads already, in another tab.';
    await second.locator('.strip').getByText(told).waitFor();
    await expect.poll(() => second.locator('[aria-live]').first().textContent()).toContain(told);
    await bothIn(page).getByText('Uploaded').waitFor();
    await bothIn(second).getByText('Uploaded').waitFor();
    const { files } = open.studio.platform.state;
    expect([...files].filter(({ name }) => name === 'both.mp4')).toHaveLength(1);
  });

  test('the queue is stopped and goes on by one button, whose name says what it does', async () => {
    const page = await open.signedIn('/uploads');
    await slowUploads(page, 50_000);
    await chooseFiles(page, [{ name: 'paused.mp4', ...someBytes(400_000) }]);
    const pause = page.getByRole('button', { name: 'Pause after this' });
    expect(await pause.getAttribute('aria-pressed')).toBeNull();
    await pause.click();
    await page.getByRole('button', { name: 'Go on' }).waitFor();
  });

  test('who may not upload is told so, and not to drop files', async () => {
    const page = await open.signedIn('/uploads', { as: 'reader' });
    // The account of theirs, which is not the first that is asked about.
    await page.locator('.note > p').getByText('You may not upload in Academy').waitFor();
    expect(await page.getByText('Drop files anywhere').count()).toBe(0);
  });

  test('a refusal says why, and the file can be sent again', async () => {
    const page = await open.signedIn('/uploads');
    const takeBack = open.studio.platform.faults.add({ status: 4, command: 'uploadtoken' });
    await chooseFiles(page, [{ name: 'refused.mp4', ...someBytes(1000) }]);
    const row = page.getByRole('listitem').filter({ hasText: 'refused' });
    await row.getByText('Failed: you may not upload here.').waitFor();
    takeBack();
    await row.getByRole('button', { name: 'Try again' }).click();
    await row.getByText('Uploaded').waitFor();
    await row.getByRole('button', { name: /Remove/ }).click();
    await row.waitFor({ state: 'detached' });
  });
});
