import type { RequestListener } from 'node:http';
import { type Gateway, gatewayListener } from '@streamone/node';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasChromium, openChromium } from '../../../scripts/chromium/open-chromium.ts';
import { HASHES, type Site, respond, serve, startSite } from './gateway-site.ts';

const PAGE = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>page</title>';

/** A site: its own page beside the gateway. */
function withPage(gateway: Gateway): RequestListener {
  const listener = gatewayListener(gateway);
  return (incoming, outgoing) => {
    if (incoming.url?.startsWith('/streamone/') === true) return listener(incoming, outgoing);
    return outgoing.setHeader('content-type', 'text/html').end(PAGE);
  };
}

interface Told {
  readonly status: number;
  readonly json: { readonly body?: Record<string, unknown>; readonly error?: { readonly code: string } };
}

/** Sends as a page does. */
function post(page: Page, path: string, members: object): Promise<Told> {
  return page.evaluate(
    `fetch('/streamone/${path}', {
      method: 'POST',
      headers: { 'x-streamone-gateway': '1', 'content-type': 'application/json' },
      body: ${JSON.stringify(JSON.stringify(members))},
    }).then(async (response) => ({ status: response.status, json: await response.json() }))`,
  );
}

describe.skipIf(!hasChromium)('in Chromium', () => {
  let site: Site;
  let evil: { readonly url: string; readonly close: () => Promise<void> };
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await startSite({ listener: withPage, uploads: true });
    // Another origin of the same site: cookies know no ports, so the browser sends the gateway's along.
    evil = await serve((_incoming, outgoing) => outgoing.setHeader('content-type', 'text/html').end(PAGE));
    browser = await openChromium();
    page = await (await browser.newContext()).newPage();
    await page.goto(site.url);
    const asked = await post(page, 'login/initialize', { username: 'editor' });
    const challenge = String(asked.json.body?.['challenge']);
    const done = await post(page, 'login', { challenge, response: respond(HASHES.editor, challenge) });
    if (done.status !== 200) throw new Error(`the login was answered with ${done.status}`);
  }, 60_000);
  beforeEach(() => site.platform.journal.clear());
  afterAll(async () => {
    await browser?.close();
    await evil?.close();
    await site?.[Symbol.asyncDispose]();
  });

  test('the browser keeps the cookie and sends it, and no script sees it', async () => {
    expect((await post(page, 'api/user/viewme', {})).json.body).toMatchObject({ username: 'editor' });
    expect(await page.evaluate('document.cookie')).toBe('');
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({
      name: '__Host-streamone',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
  });

  test('a page uploads a file as a form', async () => {
    const told = await page.evaluate(`(() => {
      const form = new FormData();
      form.append('size', '200000');
      form.append('title', 'From "a" page');
      form.append('uploadfile', new Blob([new Uint8Array(200000)]), 'a "b".mp4');
      return fetch('/streamone/upload', { method: 'POST', headers: { 'x-streamone-gateway': '1' }, body: form }).then((r) => r.json());
    })()`);
    expect(told).toMatchObject({ upload: { itemid: expect.any(String) } });
    const { fileid } = (told as { upload: { fileid: string } }).upload;
    expect([...site.platform.state.files].find(({ id }) => id === fileid)).toMatchObject({ size: 200_000 });
  });

  test('the page that an upload returns to tells the page around it', async () => {
    const told = await page.evaluate(`new Promise((resolve) => {
      addEventListener('message', ({ data, origin }) => resolve({ data, origin }), { once: true });
      const frame = document.createElement('iframe');
      frame.src = '/streamone/upload-return/u1?error=112';
      document.body.append(frame);
    })`);
    expect(told).toEqual({ data: { type: 'streamone-upload', upload: 'u1', error: '112' }, origin: site.url });
  });

  test('the page that an upload returns to tells a foreign page nothing that has opened it', async () => {
    const foreign = await page.context().newPage();
    await foreign.goto(evil.url);
    await foreign.evaluate(`addEventListener('message', ({ data }) => (document.title = JSON.stringify(data)))`);
    const opening = foreign.waitForEvent('popup');
    await foreign.evaluate(`void open(${JSON.stringify(`${site.url}/streamone/upload-return/u1?error=112`)})`);
    const opened = await opening;
    await opened.waitForLoadState();
    // It has an opener that it could tell; what it told would be here by now.
    expect(await opened.evaluate('opener !== null')).toBe(true);
    expect(await foreign.evaluate('new Promise((resolve) => setTimeout(() => resolve(document.title), 200))')).toBe(
      'page',
    );
    await opened.close();
    await foreign.close();
  });

  test.for([
    [
      'a call',
      `fetch(target, { method: 'POST', mode: 'cors', credentials: 'include', headers: { 'x-streamone-gateway': '1', 'content-type': 'application/json' }, body: '{}' })`,
    ],
    [
      'a call that needs no preflight',
      `fetch(target, { method: 'POST', mode: 'no-cors', credentials: 'include', headers: { 'content-type': 'text/plain' }, body: '{}' }).then(() => { throw 0 })`,
    ],
    [
      'a form',
      `new Promise((_, reject) => {
        const frame = document.createElement('iframe');
        frame.name = 'f';
        document.body.append(frame);
        frame.addEventListener('load', reject);
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action: target, target: 'f', enctype: 'text/plain' });
        document.body.append(form);
        form.submit();
      })`,
    ],
  ] as const)('a foreign page gets nothing by %s, and nothing reaches the platform', async ([, attack]) => {
    const foreign = await page.context().newPage();
    await foreign.goto(evil.url);
    const before = site.events.length;
    const result = await foreign.evaluate(
      `(async (target) => ${attack})(${JSON.stringify(`${site.url}/streamone/api/item/view`)}).then(() => 'read', () => 'nothing')`,
    );
    expect(result).toBe('nothing');
    await expect.poll(() => site.events.length).toBeGreaterThan(before);
    expect(site.events.slice(before).map(({ httpStatus }) => httpStatus)).toSatisfy((all: number[]) =>
      all.every((status) => status >= 400),
    );
    expect(site.asked()).toEqual([]);
    await foreign.close();
  });
});
