import type { Page } from 'playwright-core';

/** Slows what a page sends down. @param bytes in a second; -1 for no limit, 0 for no line at all */
export async function slowLine(page: Page, bytes: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: bytes === 0,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytes,
  });
}
