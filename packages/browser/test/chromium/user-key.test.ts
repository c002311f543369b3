import { type RequestListener, request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { type TestServer, startTestServer } from '@streamone/test-server';
import { serve } from '../../../node/test/gateway-site.ts';
import { hasChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { chromiumSite } from './chromium-site.ts';

/** The platform as it is for a page that may read answers but not their headers: `Date` above all. */
function withoutHeaders(platform: TestServer): RequestListener {
  return (incoming, outgoing) => {
    const { method, headers, url } = incoming;
    const onward = request(`${platform.url}${url}`, { method, headers }, (answer) => {
      const kept = Object.entries(answer.headers).filter(([name]) => name !== 'access-control-expose-headers');
      outgoing.writeHead(answer.statusCode ?? 500, Object.fromEntries(kept));
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  };
}

describe.skipIf(!hasChromium)('a person who signs with a key of their own, in Chromium', () => {
  const policy = "default-src 'none'; script-src 'self'; connect-src 'self' http://127.0.0.1:*; img-src data:";
  const at = chromiumSite({ policy }, /status of [45]\d\d|net::ERR_|CORS policy/);

  /** A call in the page, by a platform that is reached directly. */
  const call = (url: string, { id, psk }: { id: string; psk: string }, title?: string) =>
    at.page.evaluate(
      async (given) => {
        const { commands, createClient, errorOf, importKey, user } = globalThis.streamone;
        const key = await importKey(given.psk);
        const s1 = createClient({
          auth: user({ id: given.id, psk: key }),
          url: given.url,
          commands,
          account: given.account,
        });
        const made = given.title === undefined ? s1.user.viewme() : s1.item.create({ title: given.title });
        const found: Record<string, unknown> = await errorOf(made).catch(async () => {
          const { body, attempts } = await made.response();
          return { id: body.id, attempts };
        });
        const stored = JSON.stringify([
          Object.entries(localStorage),
          Object.entries(sessionStorage),
          await indexedDB.databases(),
        ]);
        const exported = await crypto.subtle.exportKey('raw', key).then(
          () => 'exported',
          (error: Error) => error.name,
        );
        return { found, stored, exported, extractable: key.extractable };
      },
      { url, id, psk, title, account: at.site.platform.credentials.account },
    );

  test('calls a platform that lets pages of other origins in, and the key is nowhere to be read', async () => {
    await using platform = await startTestServer({ cors: true });
    const told = await call(platform.url, platform.credentials.user);
    expect(told).toEqual({
      found: { id: platform.credentials.user.id, attempts: 1 },
      stored: '[[],[],[]]',
      exported: 'InvalidAccessError',
      extractable: false,
    });
    expect(at.sent.join()).not.toContain(platform.credentials.user.psk);
    // None was asked for first: a signed form is a request that every page may send.
    expect(platform.journal.entries()).toHaveLength(1);
  });

  test('a platform that lets none in is a NetworkError', async () => {
    await using platform = await startTestServer();
    const { found } = await call(platform.url, platform.credentials.user, 'written without an answer');
    expect(found).toMatchObject({ name: 'NetworkError', sent: 'unknown', attempts: 1 });
    expect(platform.journal.entries()).toHaveLength(1);
  });

  test('a clock that is off is mended where the page may read Date, and an error at once where it may not', async () => {
    await using platform = await startTestServer({ cors: true });
    const { url, close } = await serve(withoutHeaders(platform));
    platform.clock.advance(7200);
    expect((await call(platform.url, platform.credentials.user)).found).toMatchObject({ attempts: 2 });
    expect((await call(url, platform.credentials.user)).found).toMatchObject({ name: 'ClockSkewError', attempts: 1 });
    expect((await call(url, platform.credentials.user, 'late')).found).toMatchObject({
      name: 'ClockSkewError',
      attempts: 1,
    });
    await close();
  });

  test('no key of an application, and none as text', async () => {
    const errors = await at.page.evaluate(async () => {
      const { application, createClient, errorOf, importKey, user, session } = globalThis.streamone;
      const key = await importKey('a-key-that-was-typed');
      const made = (auth: unknown) => errorOf(Promise.resolve().then(() => createClient({ auth: auth as never })));
      const s1 = createClient({ auth: () => user({ id: 'u', psk: 'canary-as-text' }) });
      const other = createClient({ auth: user({ id: 'u', psk: key }) }).with({
        auth: user({ id: 'u', psk: 'canary-as-text' }),
      });
      return [
        await made(application({ id: 'a', psk: key })),
        await made(session(application({ id: 'a', psk: 'canary-as-text' }), { id: 's', key: 'k' })),
        await made(user({ id: 'u', psk: 'canary-as-text' })),
        await errorOf(s1.call('user/viewme')),
        await errorOf(other.call('user/viewme')),
        await errorOf(importKey('')),
      ];
    });
    for (const error of errors) expect(error).toMatchObject({ name: 'InvalidArgumentError', argument: /auth|psk/ });
    expect(errors[0]?.['message']).toContain('createGateway');
    expect(JSON.stringify(errors)).not.toContain('canary');
    expect(at.site.asked()).toEqual([]);
  });
});

describe.skipIf(!hasChromium)('a page that is in no secure context', () => {
  const at = chromiumSite(
    { flags: ['--host-resolver-rules=MAP insecure.test 127.0.0.1'], host: 'insecure.test' },
    /status of [45]\d\d|Cross-Origin-Opener|untrustworthy/,
  );

  test('is told what to do, and no gateway serves it', async () => {
    const told = await at.page.evaluate(async () => {
      const { createClient, errorOf, importKey, open, user } = globalThis.streamone;
      const later = (work: () => unknown) => errorOf(Promise.resolve().then(work));
      return {
        secure: isSecureContext,
        key: await errorOf(importKey('a-key-that-was-typed')),
        client: await later(() => createClient({ auth: user({ id: 'u', psk: 'a-key-that-was-typed' }) })),
        items: await errorOf(open().client.item.view({ limit: 1 })),
      };
    });
    expect(told).toMatchObject({
      secure: false,
      key: { name: 'InsecureContextError' },
      client: { name: 'InsecureContextError' },
      items: { name: 'GatewayError', code: 'bad-origin' },
    });
    expect(told.key['message']).toMatch(/insecure\.test.*https:\/\/.*localhost/s);
  });
});
