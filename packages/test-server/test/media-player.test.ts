import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { type InlineConfig, build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openChromium } from '../../../scripts/chromium/open-chromium.ts';
import { type TestServer, startTestServer } from '../src/index.js';
import { BACK, VIDEO, file, leave, post } from './upload.js';

/** What a page does with the server that runs in it. */
const IN_PAGE = `
const server = createTestServer();
const item = server.state.items.add({ account: server.credentials.account });
const form = new FormData();
form.append('uploadtoken', server.state.uploadtokens.add({ item: item.id }).token);
form.append('returnurl', 'https://page.test/back');
form.append('uploadfile', new Blob([Uint8Array.from(atob('BASE64'), (character) => character.charCodeAt(0))]), 'a.mp4');
const uploaded = await server.fetch(server.url + '/upload', { method: 'POST', body: form });
const { medialink, duration, selectedthumbnailurl } = server.state.items.get(item.id);
const playlist = await (await server.fetch(server.url + medialink.hls)).text();
const poster = await (await server.fetch(server.url + selectedthumbnailurl + '?width=32')).blob();
const { width, height } = await createImageBitmap(poster);
const segments = playlist.split('#EXTINF').length - 1;
globalThis.seen = { location: uploaded.headers.get('location'), duration, segments, width, height };
`;

function path(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Builds what a page loads of the server: one module, and what it loads later. */
async function bundle(): Promise<{ readonly entry: string; readonly modules: ReadonlyMap<string, string> }> {
  const config: InlineConfig = {
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: /^@streamone\/core$/, replacement: path('../../core/src/index.ts') },
        { find: /^@streamone\/core\/([a-z/-]+)$/, replacement: path('../../core/src/$1/index.ts') },
      ],
    },
    build: {
      write: false,
      minify: false,
      lib: { entry: path('../src/browser.ts'), formats: ['es'], fileName: 'server' },
    },
  };
  const [built] = [await build(config)].flat();
  if (built === undefined || !('output' in built)) throw new Error('Nothing was built.');
  const modules = built.output.map((chunk) => [`/${chunk.fileName}`, 'code' in chunk ? chunk.code : ''] as const);
  return { entry: `/${built.output[0].fileName}`, modules: new Map(modules) };
}

// Without a browser nothing here can be proven; where there is none, the title says so.
describe.skipIf(!hasChromium)('in a browser (needs Chromium)', { timeout: 60_000 }, () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  const video = (): string => server.state.items.find(({ type }) => type === 'video')?.id ?? '';
  beforeAll(async () => {
    server = await startTestServer();
    browser = await openChromium('--autoplay-policy=no-user-gesture-required');
    page = await browser.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  /** Plays what is on the page until its time advances. */
  function play(): Promise<unknown> {
    // A text, and not waitForFunction: the page of an item lets nothing of its own run.
    return page.evaluate(`new Promise((done, fail) => {
      const media = document.querySelector('video, audio');
      media.addEventListener('timeupdate', () => {
        if (media.currentTime > 0.3) done([media.videoWidth ?? 0, Math.round(media.duration)]);
      });
      media.addEventListener('error', () => fail(new Error(media.error.message)));
      const state = () => JSON.stringify({ at: media.currentTime, ready: media.readyState, network: media.networkState });
      setTimeout(() => fail(new Error('it does not play: ' + state())), 15_000);
      media.muted = true;
      media.play().catch(fail);
    })`);
  }

  /** The same on the page of an item, which must not complain about anything. */
  async function playItem(id: string): Promise<unknown> {
    const complaints: string[] = [];
    const hear = (message: { type(): string; text(): string }): void => {
      if (message.type() === 'error') complaints.push(message.text());
    };
    page.on('console', hear);
    await page.goto(`${server.url}/embed/item=${id}`);
    const seen = await play();
    page.off('console', hear);
    expect(complaints).toEqual([]);
    return seen;
  }

  test('an item of the scenario plays', async () => {
    expect(await playItem(video())).toEqual([320, 6]);
  });

  test('the page of an item fits into the frame of its oEmbed description', async () => {
    await page.setViewportSize({ width: 640, height: 360 });
    await page.goto(`${server.url}/embed/item=${video()}`);
    const over = '(({ scrollWidth, scrollHeight }) => [scrollWidth - innerWidth, scrollHeight - innerHeight])';
    expect(await page.evaluate(`${over}(document.documentElement)`)).toEqual([0, 0]);
  });

  test('an item of sound plays', async () => {
    const item = server.state.items.find(({ type }) => type === 'audio');
    expect(await playItem(item?.id ?? '')).toEqual([0, 6]);
  });

  test('an upload plays, and its posters are pictures', async () => {
    const { token, itemid } = await leave(server);
    const parts = [['uploadtoken', token], ['returnurl', BACK], file(VIDEO)] as const;
    expect((await post(fetch, `${server.url}/upload`, parts)).headers.get('location')).toBe(BACK);
    expect(await playItem(itemid)).toEqual([320, 6]);
    await page.goto(`${server.url}/thumbnail/account=${server.credentials.account}/item=${itemid}/1.jpg?size=90x50`);
    const size = '(({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight])(document.images[0])';
    expect(await page.evaluate(size)).toEqual([90, 50]);
  });

  // Chromium's own HLS is young: on a busy machine it sometimes can't parse what it plays when it is asked again.
  test('the playlists of HLS play on a page of another origin, live ones too', { retry: 3 }, async () => {
    const item = server.state.items.get(video());
    const live = server.state.livestreams.find(({ active }) => active);
    for (const link of [item?.medialink.hls, live?.medialink.hls]) {
      await page.goto(`${server.url.replace('127.0.0.1', 'localhost')}/playlist/item=${item?.id}/playlist.json`);
      await page.evaluate(`document.body.innerHTML = '<video crossorigin src="${server.url}${link}"></video>'`);
      expect(await play()).toEqual([320, link === item?.medialink.hls ? 6 : Number.POSITIVE_INFINITY]);
    }
  });

  test('the server that runs in a page takes uploads and shows media', async () => {
    const { entry, modules } = await bundle();
    const script = `import { createTestServer } from '${entry}';${IN_PAGE.replace('BASE64', VIDEO.toString('base64'))}`;
    await page.route('https://page.test/**', (route) => {
      const body = modules.get(new URL(route.request().url()).pathname);
      if (body !== undefined) return route.fulfill({ contentType: 'text/javascript', body });
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><script type="module">${script}</script>`,
      });
    });
    await page.goto('https://page.test/');
    await page.waitForFunction('globalThis.seen !== undefined');
    const seen = { location: 'https://page.test/back', duration: 6, segments: 3, width: 32, height: 18 };
    expect(await page.evaluate('globalThis.seen')).toEqual(seen);
  });
});
