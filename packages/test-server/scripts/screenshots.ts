/**
 * Takes the screenshots of the inspector that the documents show, with Chromium and ffmpeg. Build first, then run
 * `node packages/test-server/scripts/screenshots.ts`.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type TestServer, startTestServer } from '@streamone/test-server';
import { openChromium } from '../../../scripts/chromium/open-chromium.ts';
import { type Wish, hmac, sign } from '../test/sign.ts';

const NOW = Date.parse('2026-05-06T07:08:09.250Z');

async function send(server: TestServer, wish: Partial<Wish>, change?: (target: string) => string): Promise<void> {
  const { account, user } = server.credentials;
  const timestamp = Math.floor(server.clock.now() / 1000);
  const { target, body } = sign({ key: user, account, timestamp, ...wish });
  await fetch(server.url + (change?.(target) ?? target), {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  server.clock.advance(1.337);
}

/** An afternoon of somebody who writes a client: most is right, and some is not yet. */
async function story(server: TestServer): Promise<void> {
  const { application, user } = server.credentials;
  const title = { title: 'Harbour at dawn' };
  await send(server, { path: '/api/api/info', type: 'application', key: application });
  await send(server, { path: '/api/user/viewme' });
  await send(server, { args: { searchtitle: 'news', limit: '5' } });
  await send(server, { args: { limit: 'many' } });
  await send(server, { path: '/api/livestream/view', args: { limit: '3' } });
  await send(server, { path: '/api/item/create', args: title });
  await send(server, { account: 'newsroom', args: { limit: '5' } });
  server.faults.add({ http: 503, times: 1, command: 'playlist' });
  await send(server, { path: '/api/playlist/view' });
  await send(server, { path: '/api/playlist/view' });
  await send(server, { path: '/api/user/getmyroles' });
  await send(server, { timestamp: Math.floor(server.clock.now() / 1000) - 1200, args: { limit: '5' } });
  // Spaces signed as %20, as PHP's rawurlencode does.
  const args = { searchtitle: 'Morning news', limit: '5' };
  await send(server, { args }, (target) => {
    const [signed = ''] = target.split('&signature=');
    return `${signed}&signature=${hmac(user.psk, `${signed}&searchtitle=Morning%20news&limit=5`)}`;
  });
  await send(server, { args: { searchtitle: 'storm' } });
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = fileURLToPath(new URL(`../../../docs/images/${name}.png`, import.meta.url));
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
  await page.screenshot({ path });
  // Few colours are in it, so a palette shows the same in a third of the bytes.
  const filter = 'split[a][b];[a]palettegen=stats_mode=full[p];[b][p]paletteuse=dither=none';
  const png = execFileSync(
    'ffmpeg',
    ['-loglevel', 'error', '-i', path, '-filter_complex', filter, '-f', 'image2pipe', '-c:v', 'png', '-'],
    { maxBuffer: 10_000_000 },
  );
  writeFileSync(path, png);
}

const server = await startTestServer({ clock: () => NOW, port: 8080 });
const browser = await openChromium();
try {
  await story(server);
  const wrong = server.journal.entries({ status: 3 })[0]?.id ?? 0;
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.url}/__streamone/#/requests/${wrong}`);
    await page.getByRole('heading', { name: 'What is wrong' }).waitFor();
    await shoot(page, `inspector-${colorScheme}`);
    await page.close();
  }
  const phone = await browser.newPage({ viewport: { width: 360, height: 720 }, deviceScaleFactor: 2 });
  await phone.goto(`${server.url}/__streamone/#/requests/${wrong}`);
  await phone.getByRole('heading', { name: 'What is wrong' }).waitFor();
  await shoot(phone, 'inspector-phone');
} finally {
  await browser.close();
  await server.close();
}
