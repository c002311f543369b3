import type { Page } from 'playwright-core';

/** A file as Playwright takes it. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What a file holds that is no media, and as large as is asked for. */
export function someBytes(size: number): Omit<GivenFile, 'name'> {
  return { mimeType: 'video/mp4', buffer: Buffer.alloc(size, 7) };
}

/** Gives files to the browser, which a deed has ask for some; without any it only waits until it asks. */
export async function pickFiles(page: Page, ask: () => Promise<void>, files?: readonly GivenFile[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  // That its own dialog is not wanted the page is told on another way than keys take, and may learn later than these come.
  await page.evaluate('0');
  await ask();
  const chooser = await choosing;
  if (files !== undefined) await chooser.setFiles([...files]);
}

/** Picks files by the button at the top. */
export function pickAtTop(page: Page, files: readonly GivenFile[]): Promise<void> {
  const upload = page.getByRole('banner').getByRole('button', { name: 'Upload' });
  return pickFiles(page, () => upload.click(), files);
}

/** Picks files by the button at the top and sends them off. */
export async function chooseFiles(page: Page, files: readonly GivenFile[]): Promise<void> {
  await pickAtTop(page, files);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Upload/ })
    .click();
}

/** Limits what the page may send, in bytes a second; -1 for no limit. */
export async function slowUploads(page: Page, bytes: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytes,
  });
  if (bytes < 0) await devtools.detach();
}
