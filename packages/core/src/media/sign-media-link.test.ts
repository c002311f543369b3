import { createHmac, webcrypto } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Hmac, InvalidArgumentError, application, session, user } from '../index.js';
import { mediaLink, parseMediaLink, signMediaLink, verifyMediaLink } from './index.js';

const psk = 'canary-psk-Zr4';
const me = user({ id: 'U', psk });
const T = 1_700_000_000;
const link = 'https://media.streamonecloud.net/hls/account=A/item=I/NAME.m3u8';

const nodeHmac: Hmac = (key, message) => {
  if (typeof key !== 'string') throw new Error('a text was expected');
  return createHmac('sha1', key).update(message).digest('hex');
};

/** The text of the protocol, step by step, with nothing of the code under test. */
function byTheText(host: string, path: string, query: string, key = psk): string {
  const withoutFileName = path.split('/').slice(0, -1).join('/');
  const signature = createHmac('sha1', key).update(`${withoutFileName}?${query}`, 'utf8').digest('hex');
  return `${host}${path}?${query}&signature=${signature}`;
}

test('golden', async () => {
  const seen: unknown[] = [];
  const hmac: Hmac = (...call) => (seen.push(call), 'f00');
  expect(await signMediaLink(link, { user: me, until: T, hmac })).toBe(`${link}?signuser=U&signts=${T}&signature=f00`);
  expect(seen).toEqual([[psk, `/hls/account=A/item=I?signuser=U&signts=${T}`]]);
});

describe.each<[string, Hmac | undefined]>([
  ['WebCrypto', undefined],
  ['node:crypto', nodeHmac],
])('with %s', (_, hmac) => {
  const M = 'https://media.streamonecloud.net';
  const sign = `signuser=U&signts=${T}`;
  test.each<[string, string, string]>([
    [link, '/hls/account=A/item=I/NAME.m3u8', sign],
    [`${M}/smooth/account=A/item=I/Manifest`, '/smooth/account=A/item=I/Manifest', sign],
    [`${M}/hls/account=A/item=I/a%20b%2Fc.m3u8`, '/hls/account=A/item=I/a%20b%2Fc.m3u8', sign],
    [`${M}/hls/account=A/item=I/file=F/smartend=5/n.m3u8`, '/hls/account=A/item=I/file=F/smartend=5/n.m3u8', sign],
    [`${M}/progressive/account=A/item=I/n.mp4?start=5`, '/progressive/account=A/item=I/n.mp4', `start=5&${sign}`],
    [`${M}/a/n.mp4?`, '/a/n.mp4', sign],
    [`${M}/a/n.mp4?b=~*'%7e%c3%a9+c&&d&e==`, '/a/n.mp4', `b=~%2A%27~%C3%A9%20c&d=&e=%3D&${sign}`],
  ])('%s', async (unsigned, path, query) => {
    expect(await signMediaLink(unsigned, { user: me, until: T, hmac })).toBe(byTheText(M, path, query));
  });
});

test('the ID of the user is encoded by RFC 3986', async () => {
  const odd = user({ id: "~ü '+&", psk });
  const signed = await signMediaLink(link, { user: odd, until: T });
  expect(signed).toBe(
    byTheText('https://media.streamonecloud.net', new URL(link).pathname, `signuser=~%C3%BC%20%27%2B%26&signts=${T}`),
  );
  expect(await verifyMediaLink(signed, { psk, now: T })).toMatchObject({ valid: true, user: odd.id });
});

test('a fragment stays behind, unsigned', async () => {
  const signed = await signMediaLink(`${link}#t=10`, { user: me, until: T });
  expect(signed).toBe(`${await signMediaLink(link, { user: me, until: T })}#t=10`);
  expect(await verifyMediaLink(signed, { psk, now: T })).toMatchObject({ reason: 'ok' });
});

test('a Date is cut to its second', async () => {
  const signed = await signMediaLink(link, { user: me, until: new Date(T * 1000 + 999) });
  expect(signed).toBe(await signMediaLink(link, { user: me, until: T }));
});

test('a CryptoKey signs and verifies', async () => {
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const key = await webcrypto.subtle.importKey('raw', new TextEncoder().encode(psk), algorithm, false, ['sign']);
  const signed = await signMediaLink(link, { user: user({ id: 'U', psk: key }), until: T });
  expect(signed).toBe(await signMediaLink(link, { user: me, until: T }));
  expect(await verifyMediaLink(signed, { psk: key, now: T })).toMatchObject({ valid: true });
});

test.each<[string, unknown, object, RegExp]>([
  ['nothing', undefined, {}, /^link: expected an address with http.*given undefined/],
  ['a path', '/hls/account=A/item=I/n.m3u8', {}, /^link: expected an address/],
  ['a space', 'https://a.example/a b', {}, /^link: .*percent-encoded/],
  ['letters beyond ASCII', 'https://a.example/é', {}, /^link: .*percent-encoded/],
  ['a line end', `${link}\n`, {}, /^link: /],
  ['a dot segment', 'https://a.example/b/../c/n.m3u8', {}, /^link: .*without "\." and "\.\."/],
  ['an encoded dot segment', 'https://a.example/b/%2E%2e/n.m3u8', {}, /^link: .*without "\." and "\.\."/],
  ['a query that is no UTF-8', `${link}?a=%FF`, {}, /^link: expected a query in UTF-8, given "a=%FF"/],
  ['a signed link', `${link}?signuser=U&signts=1&signature=f00`, {}, /^link: expected a link that is not signed yet/],
  ['a link with signts', `${link}?%73ignts=1`, {}, /^link: expected a link that is not signed yet/],
  ['an application', link, { user: application({ id: 'A', psk }) }, /^user: expected credentials of a user/],
  ['a session', link, { user: session(application({ id: 'A', psk }), { id: 'S', key: 'k' }) }, /^user: expected cred/],
  ['plain data', link, { user: { type: 'user', id: 'U', psk } }, /^credentials: expected what user\(…\)/],
  ['milliseconds', link, { until: T * 1000 }, /^until: .*look like milliseconds/],
  ['half a second', link, { until: T + 0.5 }, /^until: expected a Date or UNIX time in whole seconds, given/],
  ['no date', link, { until: new Date(Number.NaN) }, /^until: .*given an invalid Date/],
  ['before 1970', link, { until: -1 }, /^until: .*given -1/],
])('refused: %s', async (_, unsigned, options, message) => {
  const signing = signMediaLink(unsigned as string, { user: me, until: T, ...options });
  await expect(signing).rejects.toThrow(InvalidArgumentError);
  await expect(signing).rejects.toThrow(message);
  await expect(signing).rejects.not.toThrow(psk);
  await signing.catch((error: unknown) => expect(inspect(error)).not.toContain(psk));
});

describe('verifying', () => {
  const sign = (unsigned = link): Promise<string> => signMediaLink(unsigned, { user: me, until: T });

  test('what was found is told, and no key', async () => {
    const result = await verifyMediaLink(await sign(), { psk, now: T });
    expect(result).toEqual({
      valid: true,
      reason: 'ok',
      user: 'U',
      until: T,
      stringToSign: `/hls/account=A/item=I?signuser=U&signts=${T}`,
    });
    expect(inspect(result) + JSON.stringify(result)).not.toContain(psk);
  });

  test('what the text of the protocol gives is accepted', async () => {
    const query = `start=5&signuser=U&signts=${T}`;
    const made = byTheText('https://a.example', '/progressive/account=A/item=I/n.mp4', query);
    expect(await verifyMediaLink(made, { psk, now: T })).toMatchObject({ reason: 'ok' });
  });

  test('the target of a request is enough, with the signature anywhere', async () => {
    const { pathname, search } = new URL(await sign(`${link}?b=1`));
    const [b = '', id = '', until = '', signature = ''] = search.slice(1).split('&');
    for (const query of [
      [b, id, until, signature],
      [signature, b, id, until],
      [b, signature, id, until],
    ]) {
      expect(await verifyMediaLink(`${pathname}?${query.join('&')}`, { psk, now: T })).toMatchObject({ reason: 'ok' });
    }
    const swapped = [b, until, id, signature].join('&');
    expect(await verifyMediaLink(`${pathname}?${swapped}`, { psk, now: T })).toMatchObject({ reason: 'bad-signature' });
  });

  test.each([
    [T - 1, 'ok'],
    [T, 'ok'],
    [T + 0.999, 'ok'],
    [T + 1, 'expired'],
    [0, 'ok'],
  ])('at %d it is %s', async (now, reason) => {
    const result = await verifyMediaLink(await sign(), { psk, now });
    expect([result.reason, result.valid]).toEqual([reason, reason === 'ok']);
  });

  test('an expired link is first of all a forged one', async () => {
    const forged = (await sign()).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await verifyMediaLink(forged, { psk, now: T + 9 })).toMatchObject({ reason: 'bad-signature' });
  });

  test('every character of path, query and signature counts, but the file name', async () => {
    const signed = await sign(`${link}?start=5`);
    const from = signed.indexOf('/hls');
    const name = [signed.lastIndexOf('/') + 1, signed.indexOf('?')] as const;
    let inName = 0;
    for (let at = from; at < signed.length; at++) {
      const changed = signed.slice(0, at) + (signed[at] === 'x' ? 'y' : 'x') + signed.slice(at + 1);
      const isName = at >= name[0] && at < name[1];
      inName += Number(isName);
      const { valid } = await verifyMediaLink(changed, { psk, now: 0 });
      expect([at, valid]).toEqual([at, isName]);
    }
    expect(inName).toBe('NAME.m3u8'.length);
  });

  test('upper case, cut and lengthened signatures fail', async () => {
    const signed = await sign();
    const [start = '', signature = ''] = signed.split('signature=');
    expect(signature).toMatch(/^[0-9a-f]{40}$/);
    expect(signature).not.toBe(signature.toUpperCase());
    for (const other of [signature.toUpperCase(), signature.slice(1), `${signature}0`, '0'.repeat(40)]) {
      expect(await verifyMediaLink(`${start}signature=${other}`, { psk, now: T })).toMatchObject({
        reason: 'bad-signature',
      });
    }
    expect(await verifyMediaLink(signed, { psk: `${psk}.`, now: T })).toMatchObject({ reason: 'bad-signature' });
  });

  test('the key is looked up by the ID that the link has', async () => {
    const asked: string[] = [];
    const lookup = (id: string): string | undefined => (asked.push(id), id === 'U' ? psk : undefined);
    expect(await verifyMediaLink(await sign(), { lookup, now: T })).toMatchObject({ reason: 'ok' });
    expect(await verifyMediaLink(await sign(), { lookup: async (id) => lookup(id), now: T })).toMatchObject({
      valid: true,
    });
    const other = await signMediaLink(link, { user: user({ id: 'V', psk }), until: T });
    expect(await verifyMediaLink(other, { lookup, now: T })).toMatchObject({
      valid: false,
      reason: 'unknown-user',
      user: 'V',
    });
    expect(asked).toEqual(['U', 'U', 'V']);
  });

  test('an empty key knows nobody: with it everybody could sign', async () => {
    const query = `signuser=U&signts=${T}`;
    const forged = byTheText('https://a.example', '/hls/n.m3u8', query, '');
    expect(await verifyMediaLink(forged, { lookup: () => '', now: T, hmac: nodeHmac })).toMatchObject({
      reason: 'unknown-user',
    });
    await expect(verifyMediaLink(forged, { psk: '', now: T, hmac: nodeHmac })).rejects.toThrow(
      /^psk: expected either psk/,
    );
  });

  test('a link of megabytes from outside is only refused', async () => {
    const long = `/${'a%20'.repeat(2_000_000)}?b=${'c&'.repeat(1_000_000)}`;
    expect(await verifyMediaLink(long, { psk, now: T })).toMatchObject({ reason: 'missing' });
  });

  const whole = `signuser=U&signts=${T}&signature=f00`;
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no link', 'hello'],
    ['a link with a space', `${link}?${whole}& `],
    ['an unsigned link', link],
    ['no user', `${link}?signts=${T}&signature=f00`],
    ['an empty user', `${link}?signuser=&signts=${T}&signature=f00`],
    ['a user that is no UTF-8', `${link}?signuser=%FF&signts=${T}&signature=f00`],
    ['no time', `${link}?signuser=U&signature=f00`],
    ['a time that is no number', `${link}?signuser=U&signts=1e9&signature=f00`],
    ['a negative time', `${link}?signuser=U&signts=-1&signature=f00`],
    ['no signature', `${link}?signuser=U&signts=${T}`],
    ['two users', `${link}?${whole}&signuser=V`],
    ['two times', `${link}?${whole}&signts=9999999999`],
    ['two signatures', `${link}?${whole}&signature=f01`],
  ])('missing: %s', async (_, bad) => {
    const result = await verifyMediaLink(bad as string, { psk, now: T });
    expect(result).toEqual({
      valid: false,
      reason: 'missing',
      user: undefined,
      until: undefined,
      stringToSign: undefined,
    });
  });

  test.each<[string, object, RegExp]>([
    ['no key', {}, /^psk: expected either psk, a key that is not empty, or lookup, given undefined/],
    ['a key that is none', { psk: 5 }, /^psk: .*given \[redacted\]/],
    ['both', { psk, lookup: () => psk }, /^psk: .*given \[redacted\]/],
    ['no time', { psk, now: undefined }, /^now: expected a Date or UNIX time/],
    ['milliseconds', { psk, now: T * 1000 }, /^now: .*look like milliseconds/],
  ])('refused: %s', async (_, options, message) => {
    const verifying = verifyMediaLink(await sign(), { now: T, ...options });
    await expect(verifying).rejects.toThrow(InvalidArgumentError);
    await expect(verifying).rejects.toThrow(message);
  });

  test('whatever was signed is accepted, by its own key alone, as a browser would send it', async () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);
    const query = fc.array(fc.tuple(id, fc.string({ unit: 'grapheme' })), { maxLength: 3 });
    const printable = fc.string({ minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        id,
        id,
        printable,
        printable,
        query,
        fc.nat(),
        async (account, item, key, other, pairs, until) => {
          const search = new URLSearchParams(pairs).toString();
          const unsigned = `${mediaLink({ type: 'dash', account, item })}${search === '' ? '' : `?${search}`}`;
          const signed = await signMediaLink(unsigned, { user: user({ id: 'U', psk: key }), until });
          expect(new URL(signed).href).toBe(signed);
          expect([...new URL(signed).searchParams].slice(0, -3)).toEqual(pairs);
          expect(parseMediaLink(signed)).toMatchObject({ account, item, signed: true });
          expect(await verifyMediaLink(signed, { psk: key, now: until })).toMatchObject({ reason: 'ok', until });
          fc.pre(other !== key);
          expect(await verifyMediaLink(signed, { psk: other, now: until })).toMatchObject({ reason: 'bad-signature' });
        },
      ),
    );
  });
});
