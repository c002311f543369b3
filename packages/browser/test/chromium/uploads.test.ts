import type { MediaFile } from '../../../test-server/src/state/media-records.ts';
import { describe, expect, test } from 'vitest';
import type { Site } from '../../../node/test/gateway-site.ts';
import { hasChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { EDITOR, chromiumSite } from './chromium-site.ts';
import { slowLine } from './slow-line.ts';

/** The file that a site's platform has last, with its item. */
function lastFile({ platform }: Site): { file: MediaFile | undefined; item: unknown } {
  const file = [...platform.state.files].at(-1);
  return { file, item: file && platform.state.items.get(file.item) };
}

describe.skipIf(!hasChromium)('an upload through the gateway, in Chromium', () => {
  const at = chromiumSite({
    as: 'user',
    anonymous: true,
    uploads: true,
    limits: { upload: 4_000_000, addressPerMinute: 10_000 },
    first: (incoming, outgoing) => {
      if (incoming.url === '/odd/upload') outgoing.end('hello');
      else if (incoming.url === '/broken/upload') outgoing.writeHead(502).end('<h1>busy</h1>');
      else if (incoming.url === '/gone/upload') incoming.socket.destroy();
      else if (incoming.url === '/torn/upload') incoming.once('data', () => incoming.socket.destroy());
      else if (incoming.url === '/cut/upload') incoming.resume().on('end', () => incoming.socket.destroy());
      else return false;
      return true;
    },
  });

  test('sends the file with its fields, and tells how far it is', async () => {
    const told = await at.page.evaluate(async () => {
      const { client } = globalThis.streamone.open();
      const progress: { sent: number; total: number }[] = [];
      const file = new File([new Uint8Array(3_000_000).fill(7)], 'Žižkov "1", 5%.mp4', { type: 'video/mp4' });
      const fields = { title: 'Žižkov at night', author: 'Eva', archived: false };
      return { uploaded: await client.upload(file, fields, { onProgress: (one) => progress.push(one) }), progress };
    });
    const { file, item } = lastFile(at.site);
    expect(told.uploaded).toEqual({ itemId: file?.item, fileId: file?.id, confirmed: true });
    // As browsers write quotes in a form; the gateway changes nothing of it.
    expect(file).toMatchObject({ size: 3_000_000, name: 'Žižkov %221%22, 5%.mp4' });
    expect(item).toMatchObject({ title: 'Žižkov at night', author: 'Eva', archived: false });
    const sent = told.progress.map((one) => one.sent);
    expect(sent).toEqual(sent.toSorted((a, b) => a - b));
    expect(sent.filter((bytes) => bytes === 3_000_000)).toHaveLength(1);
    expect(sent.at(-1)).toBe(3_000_000);
    expect(told.progress.every(({ total }) => total === 3_000_000)).toBe(true);
  });

  test('adds to an item, and replaces what one has', async () => {
    const before = at.site.platform.state.items.size;
    const told = await at.page.evaluate(async () => {
      const { client } = globalThis.streamone.open();
      const [item] = await client.item.view({ limit: 1 });
      const blob = new Blob(['hello']);
      const added = await client.upload(blob, { item: item?.id, thumbnail: 0 }, { name: 'one.bin' });
      const replaced = await client.upload(blob, { replaceitem: item?.id });
      return { id: item?.id, added: added.itemId, replaced: replaced.itemId };
    });
    expect(told).toEqual({ id: told.id, added: told.id, replaced: told.id });
    expect(lastFile(at.site).file).toMatchObject({ item: told.id, name: 'upload', size: 5 });
    expect(at.site.platform.state.items.size).toBe(before);
  });

  test('a refusal of the platform is an ApiError, by the code of its redirect', async () => {
    at.site.platform.faults.add({ status: 112, times: 1, command: 'upload' });
    const told = await at.page.evaluate(async () => {
      const { open, errorOf, isApiError } = globalThis.streamone;
      const { client } = open();
      const ofToken = await errorOf(client.upload(new Blob(['x']), { item: 'nowhere' }));
      const failed = await client.upload(new Blob(['x'])).catch((error: unknown) => error);
      return { ofToken, ofFile: isApiError(failed) && { ...failed.toJSON(), kind: failed.kind } };
    });
    expect(told.ofToken).toMatchObject({ name: 'NotFoundError', status: 120, command: 'upload' });
    expect(told.ofFile).toMatchObject({ status: 112, command: 'upload', action: 'file', attempts: 1 });
  });

  test('a refusal of the gateway is a GatewayError', async () => {
    const told = await at.page.evaluate(async () => {
      const { open, errorOf } = globalThis.streamone;
      return errorOf(open().client.upload(new Blob([new Uint8Array(4_000_001)])));
    });
    expect(told).toMatchObject({ name: 'GatewayError', code: 'too-large', limit: 4_000_000, sent: 'no' });
  });

  test('is ended by its signal, and nothing arrives', async () => {
    const before = at.site.platform.state.files.size;
    await slowLine(at.page, 500_000);
    const told = await at.page.evaluate(async () => {
      const { open, errorOf } = globalThis.streamone;
      const { client } = open();
      const controller = new AbortController();
      const file = new Blob([new Uint8Array(2_000_000)]);
      const onProgress = (): void => controller.abort(new Error('no more'));
      const during = await errorOf(client.upload(file, {}, { signal: controller.signal, onProgress }));
      const never = await errorOf(client.upload(file, {}, { signal: controller.signal }));
      return { during, never };
    });
    // A form without its end is no upload.
    expect(told.during).toMatchObject({ name: 'AbortedError', sent: 'no' });
    expect(told.never).toMatchObject({ name: 'AbortedError', sent: 'no' });
    await expect.poll(() => at.site.events.at(-1)?.httpStatus).toBe(499);
    expect(at.site.platform.state.files.size).toBe(before);
  });

  test('gives up where nothing moves', async () => {
    at.site.platform.faults.add({ kind: 'hang', times: 1, command: 'upload' });
    const told = await at.page.evaluate(async () => {
      const { open, errorOf } = globalThis.streamone;
      return errorOf(open().client.upload(new Blob(['x']), {}, { stallTimeout: 300 }));
    });
    expect(told).toMatchObject({ name: 'TimeoutError', sent: 'unknown', limit: 'attempt', timeout: 300 });
  });

  test('whose line breaks on the way has surely not arrived', async () => {
    const told = await at.page.evaluate(() => {
      const { open, errorOf } = globalThis.streamone;
      // More than lies between the browser and a server that reads no further.
      return errorOf(open({ gateway: '/torn' }).client.upload(new Blob([new Uint8Array(20_000_000)])));
    });
    expect(told).toMatchObject({ name: 'NetworkError', sent: 'no' });
  });

  test.for([1, 60_000, 5_000_000])(
    'whose line breaks behind its last byte may have arrived: %s bytes',
    async (size) => {
      const told = await at.page.evaluate(async (bytes) => {
        const { open, errorOf } = globalThis.streamone;
        const { client } = open({ gateway: '/cut' });
        return errorOf(client.upload(new Blob([new Uint8Array(bytes)])));
      }, size);
      expect(told).toMatchObject({ name: 'NetworkError', sent: 'unknown' });
    },
  );

  test.for([
    ['/odd', { name: 'MalformedResponseError', sent: 'unknown' }],
    ['/broken', { name: 'HttpError', sent: 'unknown', httpStatus: 502 }],
    ['/gone', { name: 'NetworkError', sent: 'unknown' }],
  ] as const)('an answer that is none of a gateway: %s', async ([gateway, expected]) => {
    const told = await at.page.evaluate(async (path) => {
      const { open, errorOf } = globalThis.streamone;
      return errorOf(open({ gateway: path }).client.upload(new Blob(['x'])));
    }, gateway);
    expect(told).toMatchObject({ ...expected, command: 'upload', action: 'file', attempts: 1 });
  });

  test('what is wrong is refused before anything is sent', async () => {
    const told = await at.page.evaluate(async () => {
      const { open, errorOf } = globalThis.streamone;
      const { client } = open();
      const blob = new Blob(['x']);
      const given: [unknown, unknown?, unknown?][] = [
        ['a path'],
        [new Blob([])],
        [blob, { titel: 'x' }],
        [blob, { title: 1 }],
        [blob, { archived: 'no' }],
        [blob, { thumbnail: 3 }],
        [blob, {}, { stallTimeout: 0 }],
        [blob, {}, { confirmTimeout: -1 }],
        [blob, {}, { mode: 'fast' }],
        [blob, {}, { mode: 'direct', returnUrl: 'javascript:alert(1)' }],
      ];
      // As from JavaScript, where nothing checks the types.
      const upload = client.upload.bind(client) as (...args: unknown[]) => Promise<unknown>;
      const argument: unknown[] = [];
      for (const one of given) argument.push((await errorOf(upload(...one)))['argument']);
      return argument;
    });
    expect(told).toEqual(
      // prettier-ignore
      ['file', 'file', 'fields', 'fields.title', 'fields.archived', 'fields.thumbnail', 'stallTimeout', 'confirmTimeout', 'mode', 'returnUrl'],
    );
    expect(at.site.asked()).toEqual([]);
  });
});

describe.skipIf(!hasChromium)('an upload of a person, in Chromium', () => {
  const at = chromiumSite({ uploads: true });

  test('goes in their name, and a session that has ended is noticed', async () => {
    const told = await at.page.evaluate(async (editor) => {
      const { open, errorOf } = globalThis.streamone;
      const { client, told: events } = open();
      await client.resume();
      const before = await errorOf(client.upload(new Blob(['x'])));
      await client.login(editor);
      const { confirmed } = await client.upload(new Blob(['x']), { title: 'Mine' });
      return { before, confirmed, events };
    }, EDITOR);
    expect(told).toMatchObject({ before: { name: 'GatewayError', code: 'no-session' }, confirmed: true });
    const { sessions } = at.site.platform.state;
    for (const id of Array.from(sessions, (session) => session.id)) sessions.remove(id);
    const later = await at.page.evaluate(async () => {
      const { open, errorOf } = globalThis.streamone;
      const { client, told: events } = open();
      await client.resume();
      return { error: await errorOf(client.upload(new Blob(['x']))), events };
    });
    expect(later.error).toMatchObject({ name: 'SessionError', status: 282 });
    expect(later.events.at(-1)).toEqual(['logout', 'ended']);
  });
});
