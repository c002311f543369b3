import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { hasChromium, openChromium } from '../../chromium/open-chromium.ts';
import { plainEnvironment } from './environments.ts';
import { NotHereError } from './perform.ts';

/** What `site.mjs` of a project says when it is there. */
interface Site {
  readonly url: string;
  readonly login: unknown;
  readonly platform: unknown;
}

declare global {
  var rehearse: (given: unknown) => Promise<unknown>; // oxlint-disable-line no-var -- only so is it a member of globalThis
}

/** Throws where there is no browser to drive. */
export function needChromium(): void {
  if (!hasChromium) throw new NotHereError('there is no chromium; scripts/install-system-packages gets it');
}

/**
 * Serves what a project has built, by its own site, and has the page tell its story in Chromium.
 *
 * @param out the folder of the project that has the page
 * @param give what of the site the page is given
 */
export async function inPage(folder: string, out: string, give: 'login' | 'platform'): Promise<unknown> {
  const child = spawn(process.execPath, ['site.mjs', out], {
    cwd: folder,
    env: plainEnvironment(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const site = await siteOf(child);
    await using browser = await openChromium();
    const page = await browser.newPage();
    const complaints: string[] = [];
    // What the platform refuses, as it should, the browser logs as well.
    page.on('console', (message) => {
      if (!/status of [45]\d\d/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(site.url);
    await page.waitForFunction(() => typeof globalThis.rehearse === 'function');
    const told = await page.evaluate((given) => globalThis.rehearse(given), site[give]);
    if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('; ')}`);
    return told;
  } finally {
    child.stdin?.end();
    if (child.exitCode === null) await once(child, 'exit');
  }
}

async function siteOf(child: ChildProcess): Promise<Site> {
  if (child.stdout === null) throw new Error('the site has no output');
  const lines = createInterface({ input: child.stdout });
  const gone = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the site ended with ${code}`)));
  const [line] = (await Promise.race([once(lines, 'line'), gone])) as [string];
  gone.catch(() => undefined);
  return JSON.parse(line) as Site;
}
