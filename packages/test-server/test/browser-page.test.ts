import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { type Rolldown, build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openChromium } from '../../../scripts/chromium/open-chromium.ts';
import { type TestServer, createTestServer } from '../src/index.js';
import { type PartialWish, signFor } from './ask.js';

const PAGE = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>test server</title>';
const NOW = Date.parse('2026-05-06T07:08:09Z');

/** What a page, or Node, saw of a story. */
interface Seen {
  readonly answers: readonly { readonly status: number; readonly text: string }[];
  readonly journal: unknown;
  readonly items: number;
  readonly credentials: unknown;
}

/** Everything that a browser loads, in one module. */
async function bundle(): Promise<string> {
  const packages = fileURLToPath(new URL('../../', import.meta.url));
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: /^@streamone\/([a-z-]+)$/, replacement: `${packages}$1/src/index.ts` },
        { find: /^@streamone\/([a-z-]+)\/([a-z/-]+)$/, replacement: `${packages}$1/src/$2/index.ts` },
      ],
    },
    build: {
      write: false,
      minify: false,
      lib: { entry: `${packages}test-server/src/browser.ts`, formats: ['es'], fileName: 'test-server' },
      // What is generated (pages for people) may not be there yet, and no story asks for it.
      rolldownOptions: { external: [/\.generated\.js$/], output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  const [{ output }] = built as [Rolldown.RolldownOutput];
  expect(output).toHaveLength(1);
  return output[0].code;
}

/** A story: what is right, what is refused, what is written. Signed in Node, since both servers have the same keys. */
function story(server: TestServer): { readonly target: string; readonly body: string }[] {
  const { account, user } = server.credentials;
  const wishes: PartialWish[] = [
    { account, args: { limit: '2', orderfield: 'title' } },
    { account, args: { searchtitle: 'é ~*' } },
    { account, key: { ...user, psk: 'wrong' } },
    { account, args: { limit: 'many' } },
    { account: 'nowhere' },
    { timestamp: NOW / 1000 - 7200, account },
    { path: '/api/item/create', account, args: { title: 'Made in a page €' } },
    { account, args: { searchtitle: 'Made in a page' } },
    { path: '/api/session/initialize', type: 'application', args: { user: 'editor', userip: '192.0.2.1' } },
  ];
  return wishes.map((wish) => signFor(server, wish));
}

/** Runs in Node and in the page alike: it must not look at anything outside of itself. */
async function play(
  make: typeof createTestServer,
  now: number,
  requests: readonly { readonly target: string; readonly body: string }[],
): Promise<Seen> {
  const server = make({ clock: () => now, explain: true });
  const answers: { status: number; text: string }[] = [];
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const { target, body } of requests) {
    const response = await server.fetch(`${server.url}${target}`, { method: 'POST', body, headers });
    answers.push({ status: response.status, text: await response.text() });
  }
  const health = await server.fetch(`${server.url}/__streamone/health`);
  answers.push({ status: health.status, text: await health.text() });
  const journal = JSON.parse(
    JSON.stringify(server.journal.entries(), (name, value: unknown) => (name === 'durationMs' ? 0 : value)),
  ) as unknown;
  return { answers, journal, items: server.state.items.size, credentials: server.credentials };
}

// Without Chromium there is no page to run in.
describe.skipIf(!hasChromium)('in a page of Chromium', () => {
  let web: Server;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    const script = await bundle();
    web = createServer((request, response) => {
      const isScript = request.url === '/test-server.js';
      response.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
      response.end(isScript ? script : PAGE);
    });
    await new Promise<void>((resolve) => void web.listen(0, '127.0.0.1', resolve));
    browser = await openChromium();
    page = await browser.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => faults.push(message.text()));
    await page.goto(`http://127.0.0.1:${(web.address() as AddressInfo).port}/`);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    web?.closeAllConnections();
    web?.close();
  });

  test('a signed story goes as in Node, answers, refusals and explanations alike', async () => {
    const clock = (): number => NOW;
    const requests = story(createTestServer({ clock }));
    const inNode = await play(createTestServer, NOW, requests);
    const inPage = await page.evaluate<Seen>(
      // The function goes over as its text, which the page runs with its own module.
      `import('/test-server.js').then(({ createTestServer }) =>
        (${play.toString()})(createTestServer, ${NOW}, ${JSON.stringify(requests)}))`,
    );
    expect(inPage).toEqual(inNode);
    const statuses = inPage.answers.map(({ text }) => /"status":("ok"|\d+)/.exec(text)?.[1]);
    expect(statuses).toEqual(['0', '0', '3', '6', '290', '2', '0', '0', '0', '"ok"']);
    expect(inPage.answers[2]?.text).toContain('"explanation":"The signature is wrong');
    expect(inPage.items).toBe(createTestServer().state.items.size + 1);
    expect(faults).toEqual([]);
  });

  test('a fault ends as it does for fetch', async () => {
    const told = await page.evaluate<unknown>(
      `import('/test-server.js').then(async ({ createTestServer }) => {
        const server = createTestServer();
        server.faults.add({ kind: 'reset', times: 1 });
        server.faults.add({ kind: 'truncated', times: 1 });
        const ask = () => server.fetch(server.url + '/api/item/view', { method: 'POST' });
        const reset = await ask().catch((error) => error.name);
        const truncated = await ask().then((response) => response.text()).catch((error) => error.name);
        return [reset, truncated];
      })`,
    );
    expect(told).toEqual(['TypeError', 'TypeError']);
  });
});
