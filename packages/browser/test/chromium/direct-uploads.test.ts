import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { chromiumSite } from './chromium-site.ts';
import { STRICT } from './page-site.ts';

const policy = STRICT.replace("connect-src 'self'", "connect-src 'self' http://127.0.0.1:*");
const shared = { as: 'user', anonymous: true, allow: ['item/view', 'uploadtoken/create'], policy } as const;

describe.skipIf(!hasChromium)('an upload past the gateway, to a host that answers CORS', () => {
  // What a page may not read, the browser complains of.
  const at = chromiumSite(
    {
      ...shared,
      cors: true,
      first: (incoming, outgoing) => {
        // A place to return to that every page may read.
        if (incoming.url?.startsWith('/returned') !== true) return false;
        outgoing.setHeader('access-control-allow-origin', '*').end('back');
        return true;
      },
    },
    /status of [45]\d\d|net::ERR_|CORS/,
  );

  test('is confirmed by the item, since the page may not see where the redirect leads', async () => {
    const told = await at.page.evaluate(async () => {
      const progress: number[] = [];
      const uploaded = await globalThis.streamone
        .open()
        .client.upload(
          new File([new Uint8Array(300_000)], 'Žižkov "1", 5%.mp4'),
          { title: 'Direct' },
          { mode: 'direct', onProgress: ({ sent }) => progress.push(sent) },
        );
      return { uploaded, progress };
    });
    expect(told.uploaded.confirmed).toBe(true);
    expect(told.progress.at(-1)).toBe(300_000);
    const item = at.site.platform.state.items.get(told.uploaded.itemId);
    expect(item).toMatchObject({ title: 'Direct', archived: true });
    // The same name as through a gateway.
    expect([...at.site.platform.state.files].at(-1)?.name).toBe('Žižkov %221%22, 5%.mp4');
    expect(at.sent.filter((text) => text.startsWith(`${at.site.platform.url}/upload`))).not.toEqual([]);
  });

  test('that is refused is not confirmed: the code can not be read', async () => {
    at.site.platform.faults.add({ status: 112, times: 1, command: 'upload' });
    const told = await at.page.evaluate(() =>
      globalThis.streamone.open().client.upload(new Blob(['x']), {}, { mode: 'direct', confirmTimeout: 600 }),
    );
    expect(told).toMatchObject({ confirmed: false });
  });

  test('has its outcome from a returnUrl that every page may read', async () => {
    at.site.platform.faults.add({ status: 112, times: 1, command: 'upload' });
    const told = await at.page.evaluate(async () => {
      const { open, errorOf } = globalThis.streamone;
      const { client } = open();
      const options = { mode: 'direct', returnUrl: '/returned?x=1' } as const;
      const refused = await errorOf(client.upload(new Blob(['x']), {}, options));
      const [item] = await client.item.view({ limit: 1 });
      return {
        refused,
        id: item?.id,
        uploaded: await client.upload(new Blob(['x']), { replaceitem: item?.id }, options),
      };
    });
    expect(told.refused).toMatchObject({ status: 112, command: 'upload', action: 'file' });
    expect(told.uploaded).toMatchObject({ itemId: told.id, confirmed: true });
  });

  test('of a person who signs with a key of their own', async () => {
    const { credentials, url } = at.site.platform;
    const told = await at.page.evaluate(
      async ({ psk, id, account, platform }) => {
        const { createClient, importKey, user } = globalThis.streamone;
        const client = createClient({ url: platform, auth: user({ id, psk: await importKey(psk) }), account });
        return client.upload(new Blob(['hello']), { title: 'By key' });
      },
      { ...credentials.user, account: credentials.account, platform: url },
    );
    expect(told.confirmed).toBe(true);
    expect(at.site.platform.state.items.get(told.itemId)).toMatchObject({ title: 'By key' });
  });
});

describe.skipIf(!hasChromium)('an upload past the gateway, to a host that does not', () => {
  const at = chromiumSite(shared, /status of [45]\d\d|net::ERR_|CORS/);

  test.for([
    ['with progress, which the browser asks the host for first', true],
    ['without', false],
  ] as const)('%s', async ([, watched]) => {
    const before = at.site.platform.state.files.size;
    const told = await at.page.evaluate(async (onProgress) => {
      const { open, errorOf } = globalThis.streamone;
      const options = {
        mode: 'direct',
        confirmTimeout: 0,
        ...(onProgress && { onProgress: () => undefined }),
      } as const;
      return errorOf(open().client.upload(new Blob(['x']), {}, options));
    }, watched);
    expect(told).toMatchObject({ name: 'NetworkError', sent: 'unknown' });
    // Without a question the file is sent all the same, and the page never knows.
    expect(at.site.platform.state.files.size).toBe(before + (watched ? 0 : 1));
  });
});
