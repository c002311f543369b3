import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { hasChromium } from '../../../scripts/chromium/open-chromium.ts';
import { studioUnderTest } from './studio-under-test.ts';
import { pickAtTop, pickFiles, someBytes } from './upload-steps.ts';

/** Drops files of some bytes on an element, by their names. */
async function drop(page: Page, on: string, names: readonly string[], bytes = 'hello'): Promise<void> {
  const dataTransfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const name of ${JSON.stringify(names)}) {
      transfer.items.add(new File([${JSON.stringify(bytes)}], name, { type: 'video/mp4' }));
    }
    return transfer;
  })()`);
  await page.dispatchEvent(on, 'drop', { dataTransfer });
}

const titles = (dialog: Locator): Promise<string[]> =>
  dialog
    .getByLabel('Title')
    .all()
    .then((fields) => Promise.all(fields.map((field) => field.inputValue())));

/** The button that replaces the file of an item. */
async function replaceOn(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: /night train/ }).click();
  return page.getByRole('button', { name: 'Replace the file' });
}

describe.skipIf(!hasChromium)('the upload dialog', () => {
  const open = studioUnderTest();
  const folder = mkdtempSync(join(tmpdir(), 'studio-drop-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const itemsOf = (): readonly string[] => Array.from(open.studio.platform.state.items, ({ id }) => id);

  test('a replacement that was given up has nothing to do with the next upload', async () => {
    const page = await open.signedIn();
    const replace = await replaceOn(page);
    await pickFiles(page, () => replace.click());
    await page.evaluate(`document.querySelector('input[type=file]').dispatchEvent(new Event('cancel'))`);
    await pickAtTop(page, [{ name: 'new one.mp4', ...someBytes(1000) }]);
    const dialog = page.getByRole('dialog', { name: 'Upload to Newsroom' });
    expect(await titles(dialog)).toEqual(['new one']);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    // Nor one that was chosen and then given up, nor one whose picker is still open.
    await pickFiles(page, () => replace.click(), [{ name: 'other.mp4', ...someBytes(1000) }]);
    await page.getByRole('dialog', { name: 'Replace the file' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await pickFiles(page, () => replace.click());
    await drop(page, 'main', ['dropped.mp4']);
    await dialog.waitFor();
    expect(await titles(dialog)).toEqual(['dropped']);
  });

  test('a replacement makes no other item', async () => {
    const page = await open.signedIn();
    const replace = await replaceOn(page);
    const before = itemsOf();
    await pickFiles(page, () => replace.click(), [{ name: 'better.mp4', ...someBytes(1000) }]);
    const { state } = open.studio.platform;
    await page.getByRole('dialog').getByRole('button', { name: 'Replace' }).click();
    await expect.poll(() => [...state.files].some(({ name }) => name === 'better.mp4')).toBe(true);
    expect(itemsOf()).toEqual(before);
  });

  test('files that are dropped over it come to those that are there, each with its own title', async () => {
    const page = await open.signedIn();
    await pickAtTop(page, [{ name: 'alpha.mp4', ...someBytes(1000) }]);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('The first');
    await drop(page, 'dialog', ['beta.mp4', 'gamma.mp4']);
    await expect.poll(() => titles(dialog)).toEqual(['The first', 'beta', 'gamma']);
    await dialog.getByLabel('Title').nth(2).fill('The third');
    expect(await titles(dialog)).toEqual(['The first', 'beta', 'The third']);
    await dialog.getByRole('button', { name: 'Upload 3 files' }).click();
    for (const [name, title] of [
      ['alpha', 'The first'],
      ['beta', 'beta'],
      ['gamma', 'The third'],
    ]) {
      const { files, items } = open.studio.platform.state;
      const item = () => [...files].find((file) => file.name === `${name}.mp4`)?.item ?? '';
      await expect.poll(() => items.get(item())?.title).toBe(title);
    }
  });

  test('of files that are dropped over a replacement one takes its place, and several do not', async () => {
    const page = await open.signedIn();
    const replace = await replaceOn(page);
    await pickFiles(page, () => replace.click(), [{ name: 'alpha.mp4', ...someBytes(1000) }]);
    const dialog = page.getByRole('dialog', { name: 'Replace the file' });
    await drop(page, 'dialog', ['beta.mp4']);
    await dialog.getByText('beta.mp4').waitFor();
    expect(await dialog.innerText()).not.toContain('alpha');
    await drop(page, 'dialog', ['gamma.mp4', 'delta.mp4']);
    await dialog.getByText('delta.mp4 was not taken: one file replaces another.').waitFor();
    await dialog.getByText('beta.mp4, 5 B').waitFor();
  });

  test('an empty file is named as such, beside others and alone', async () => {
    const page = await open.signedIn();
    await pickAtTop(page, [
      { name: 'full.mp4', ...someBytes(10) },
      { name: 'hollow.mp4', ...someBytes(0) },
    ]);
    const dialog = page.getByRole('dialog', { name: 'Upload to Newsroom' });
    await dialog.getByText('hollow.mp4 is empty.').waitFor();
    expect(await titles(dialog)).toEqual(['full']);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await drop(page, 'main', ['nothing.mp4'], '');
    const nothing = page.getByRole('dialog', { name: 'Nothing to upload' });
    await nothing.getByText('nothing.mp4 is empty.').waitFor();
    await nothing.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a folder is named as such', async () => {
    mkdirSync(join(folder, 'Rushes'));
    writeFileSync(join(folder, 'clip.mp4'), 'hello');
    const page = await open.signedIn();
    await page.getByText('Radio news, 07:00').waitFor();
    const devtools = await page.context().newCDPSession(page);
    const data = { items: [], files: [join(folder, 'Rushes'), join(folder, 'clip.mp4')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
    }
    const dialog = page.getByRole('dialog', { name: 'Upload to Newsroom' });
    await dialog.getByText('Rushes is a folder: choose the files in it.').waitFor();
    expect(await titles(dialog)).toEqual(['clip']);
  });
});
