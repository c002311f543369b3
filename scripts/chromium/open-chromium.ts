import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's. */
const CHROMIUM = '/usr/bin/chromium';

/** What it needs to run anywhere, and to ask nobody for anything. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether this machine has a Chromium; `npm test` says aloud what is left out without. */
export const hasChromium = existsSync(CHROMIUM);

/** What Playwright starts it with. @param flags further ones */
export function chromiumLaunch(...flags: readonly string[]) {
  return { executablePath: CHROMIUM, args: [...FLAGS, ...flags] };
}

/** Starts Chromium without a window. @param flags further ones */
export function openChromium(...flags: readonly string[]): Promise<Browser> {
  return chromium.launch(chromiumLaunch(...flags));
}
