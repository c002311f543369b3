import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidArgumentError, hash } from '../index.js';
import { embedLink, liveLink, mediaLink, oembedLink, playlistJsonLink, posterLink } from './index.js';
import { LINK_ID } from './link-id.js';

const A = 'Mn9mdVb-02mA';
const I = 'g0_2Kx-9aZ1q';
const of = { account: A, item: I } as const;
const host = 'https://media.streamonecloud.net';
const owner = `account=${A}/item=${I}`;

test('an ID is what the data type says', () => {
  expect(hash().jsonSchema).toEqual({ type: 'string', pattern: LINK_ID.source });
});

describe('recordings', () => {
  test.each<[Parameters<typeof mediaLink>[0], string]>([
    [{ type: 'progressive', ...of, name: 'NAME' }, `${host}/progressive/${owner}/NAME.mp4`],
    [{ type: 'hls', ...of, name: 'NAME' }, `${host}/hls/${owner}/NAME.m3u8`],
    [{ type: 'dash', ...of, name: 'NAME' }, `${host}/dash/${owner}/NAME.mpd`],
    [{ type: 'hds', ...of, name: 'NAME' }, `${host}/hds/${owner}/NAME.f4m`],
    [{ type: 'smooth', ...of }, `${host}/smooth/${owner}/Manifest`],
    [{ type: 'hls', ...of }, `${host}/hls/${owner}/video.m3u8`],
    [{ type: 'hls', ...of, file: 'F1' }, `${host}/hls/${owner}/file=F1/video.m3u8`],
    [{ type: 'hls', ...of, smartstart: 0 }, `${host}/hls/${owner}/smartstart=0/video.m3u8`],
    [{ type: 'smooth', ...of, smartend: 90 }, `${host}/smooth/${owner}/smartend=90/Manifest`],
    [
      { type: 'progressive', ...of, file: 'F1', smartstart: 5, smartend: 6, start: 30 },
      `${host}/progressive/${owner}/file=F1/smartstart=5/smartend=6/video.mp4?start=30`,
    ],
    [{ type: 'progressive', ...of, start: 0 }, `${host}/progressive/${owner}/video.mp4?start=0`],
    [{ type: 'hls', ...of, host: 'media.streamone.net' }, `https://media.streamone.net/hls/${owner}/video.m3u8`],
    [{ type: 'hls', ...of, host: 'http://[::1]:8080' }, `http://[::1]:8080/hls/${owner}/video.m3u8`],
    [{ type: 'hls', ...of, host: 'localhost:80/' }, `https://localhost:80/hls/${owner}/video.m3u8`],
    [
      { type: 'hls', ...of, name: "a b?#%é~(!)*'&=+" },
      `${host}/hls/${owner}/a%20b%3F%23%25%C3%A9~%28%21%29%2A%27%26%3D%2B.m3u8`,
    ],
    [{ type: 'hls', ...of, name: '🎬' }, `${host}/hls/${owner}/%F0%9F%8E%AC.m3u8`],
  ])('%j', (input, link) => {
    expect(mediaLink(input)).toBe(link);
  });

  test.each<[string, object, RegExp]>([
    [
      'no type',
      { type: undefined },
      /^type: expected "progressive" or "hls" or "dash" or "hds" or "smooth", given undefined/,
    ],
    ['another type', { type: 'mp4' }, /^type: .*given "mp4"/],
    ['a type of every object', { type: 'toString' }, /^type: .*given "toString"/],
    ['no account', { account: undefined }, /^account: expected an ID of letters.*given undefined/],
    ['an account with a slash', { account: 'a/b' }, /^account: .*given "a\/b"/],
    ['an item with a line end', { item: 'abc\n' }, /^item: .*given "abc\\n"/],
    ['an empty item', { item: '' }, /^item: .*given ""/],
    ['an item of 65 characters', { item: 'x'.repeat(65) }, /^item: /],
    ['an item that is a number', { item: 5 }, /^item: .*given 5\./],
    ['a file with an equals sign', { file: 'a=b' }, /^file: .*given "a=b"/],
    ['a negative start of the clip', { smartstart: -1 }, /^smartstart: expected whole seconds, 0 or more, given -1/],
    ['half a second', { smartend: 1.5 }, /^smartend: .*given 1\.5/],
    ['no number', { smartstart: Number.NaN }, /^smartstart: .*given NaN/],
    ['seconds as text', { smartstart: '5' }, /^smartstart: .*given "5"/],
    [
      'an end before the start',
      { smartstart: 9, smartend: 8 },
      /^smartend: expected seconds after the start, 9, given 8/,
    ],
    ['an empty clip', { smartstart: 9, smartend: 9 }, /^smartend: expected seconds after the start, 9, given 9/],
    ['an end at 0', { smartend: 0 }, /^smartend: expected seconds after the start, 0, given 0/],
    [
      'a start in HLS',
      { type: 'hls', start: 1 },
      /^start: expected no start: only a progressive link has one, given 1/,
    ],
    ['a negative start', { type: 'progressive', start: -5 }, /^start: expected whole seconds.*given -5/],
    ['a name with a slash', { name: 'a/b' }, /^name: expected a name .* without "\/".*given "a\/b"/],
    ['a name with a backslash', { name: 'a\\b' }, /^name: .*given "a\\\\b"/],
    ['a name with NUL', { name: 'a\0' }, /^name: .*given "a\\u0000"/],
    ['a name with a C1 control', { name: 'a\u0085' }, /^name: /],
    ['an empty name', { name: '' }, /^name: expected a name that is not empty.*given ""/],
    ['half an emoji', { name: '\uD83C' }, /^name: expected text that has a UTF-8 form/],
    [
      'a name in Smooth',
      { type: 'smooth', name: 'x' },
      /^name: expected no name: a Smooth link ends with "Manifest", given "x"/,
    ],
    [
      'a host with a path',
      { host: 'a.example/b' },
      /^host: expected a host as "media.example.org".*given "a.example\/b"/,
    ],
    ['a host with a user', { host: 'u@a.example' }, /^host: .*given "u@a.example"/],
    ['another scheme', { host: 'ftp://a.example' }, /^host: /],
    ['an empty host', { host: '' }, /^host: .*given ""/],
    ['a host that is no text', { host: 7 }, /^host: .*given 7/],
    ['a host that begins with a dot', { host: '.example' }, /^host: /],
  ])('refused: %s', (_, part, message) => {
    const make = (): string => mediaLink({ type: 'hls', ...of, ...part } as never);
    expect(make).toThrow(InvalidArgumentError);
    expect(make).toThrow(message);
  });

  test('any name comes back from the path as it was, in one segment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        fc.pre(!/[/\\\p{Cc}]/u.test(name));
        const { pathname, search, hash: fragment } = new URL(mediaLink({ type: 'hls', ...of, name }));
        const segments = pathname.split('/');
        expect([segments.length, search, fragment]).toEqual([5, '', '']);
        expect(decodeURIComponent(segments[4] ?? '')).toBe(`${name}.m3u8`);
      }),
    );
  });
});

describe('livestreams', () => {
  const live = { account: A, livestream: 'L1' };
  test.each<[Parameters<typeof liveLink>[0], string]>([
    [{ type: 'hls', ...live, name: 'NAME' }, `${host}/hlslive/account=${A}/livestream=L1/NAME.m3u8`],
    [{ type: 'hls', ...live }, `${host}/hlslive/account=${A}/livestream=L1/live.m3u8`],
    [{ type: 'dash', ...live }, `${host}/dashlive/account=${A}/livestream=L1/live.mpd`],
    [{ type: 'hds', ...live }, `${host}/hdslive/account=${A}/livestream=L1/live.f4m`],
    [
      { type: 'smooth', ...live, host: 'a.example' },
      `https://a.example/smoothlive/account=${A}/livestream=L1/Manifest`,
    ],
  ])('%j', (input, link) => {
    expect(liveLink(input)).toBe(link);
  });

  test.each<[string, object, RegExp]>([
    [
      'progressive',
      { type: 'progressive' },
      /^type: expected "hls" or "dash" or "hds" or "smooth", given "progressive"/,
    ],
    ['no livestream', { livestream: undefined }, /^livestream: expected an ID/],
    ['an account with a comma', { account: 'a,b' }, /^account: .*given "a,b"/],
    ['a name with a slash', { name: '/' }, /^name: /],
  ])('refused: %s', (_, part, message) => {
    expect(() => liveLink({ type: 'hls', ...live, ...part } as never)).toThrow(message);
  });
});

describe('posters', () => {
  const base = 'https://images.example.org/poster';
  test.each<[Omit<Parameters<typeof posterLink>[0], 'base'> & { base?: string }, string]>([
    [of, `${base}/${owner}/poster.jpg`],
    [{ ...of, name: 'poster' }, `${base}/${owner}/poster.jpg`],
    [{ ...of, name: 1 }, `${base}/${owner}/1.jpg`],
    [{ ...of, width: 640 }, `${base}/${owner}/poster.jpg?width=640`],
    [{ ...of, name: 12, height: 360 }, `${base}/${owner}/12.jpg?height=360`],
    [{ ...of, size: { width: 640, height: 360 } }, `${base}/${owner}/poster.jpg?size=640x360`],
    [{ ...of, base: 'https://images.example.org' }, `https://images.example.org/${owner}/poster.jpg`],
    [{ ...of, base: 'http://localhost:80/' }, `http://localhost:80/${owner}/poster.jpg`],
    [{ ...of, base: `${base}//` }, `${base}/${owner}/poster.jpg`],
  ])('%j', (input, link) => {
    expect(posterLink({ base, ...input })).toBe(link);
  });

  test.each<[string, object, RegExp]>([
    ['no base', { base: undefined }, /^base: expected an address with http.*given undefined/],
    ['a base without a scheme', { base: 'images.example.org' }, /^base: .*given "images.example.org"/],
    ['a base with a query', { base: `${base}?x` }, /^base: .*without query/],
    ['a base with a fragment', { base: `${base}#x` }, /^base: /],
    ['still 0', { name: 0 }, /^name: expected "poster" or a whole number from 1, given 0/],
    ['another name', { name: 'cover' }, /^name: .*given "cover"/],
    ['no width at all', { width: 0 }, /^width: expected pixels, a whole number from 1, given 0/],
    ['half a pixel', { height: 0.5 }, /^height: .*given 0\.5/],
    ['width and height', { width: 1, height: 2 }, /^width, height: expected at most one of width, height and size/],
    ['size and width', { width: 1, size: { width: 1, height: 1 } }, /^width, size: expected at most one/],
    ['half a size', { size: { width: 1 } }, /^size\.height: .*given undefined/],
    ['size as text', { size: '640x360' }, /^size\.width: .*given undefined/],
  ])('refused: %s', (_, part, message) => {
    expect(() => posterLink({ base, ...of, ...part })).toThrow(message);
  });
});

describe('players and their data', () => {
  const content = 'https://content.streamonecloud.net';

  test.each<[Parameters<typeof embedLink>[0], string]>([
    [{ ...of, name: 'NAME' }, `${content}/embed/${owner}/NAME.html`],
    [{ item: I, name: 'my video' }, `${content}/embed/item=${I}/my%20video.html`],
    [of, `${content}/embed/${owner}`],
    [{ item: I, host: 'http://localhost:1' }, `http://localhost:1/embed/item=${I}`],
  ])('embed %j', (input, link) => {
    expect(embedLink(input)).toBe(link);
  });

  test('oEmbed', () => {
    expect(oembedLink(`${content}/embed/${owner}/a%20b.html`)).toBe(
      `${content}/oembed?url=https%3A%2F%2Fcontent.streamonecloud.net%2Fembed%2Faccount%3D${A}%2Fitem%3D${I}%2Fa%2520b.html&format=json`,
    );
    expect(oembedLink('https://a.example/', { host: 'b.example' })).toBe(
      'https://b.example/oembed?url=https%3A%2F%2Fa.example%2F&format=json',
    );
    expect(new URL(oembedLink(embedLink({ item: I, name: '~&?' }))).searchParams.get('url')).toBe(
      embedLink({ item: I, name: '~&?' }),
    );
  });

  test('the playlist as JSON', () => {
    expect(playlistJsonLink(of)).toBe(`${content}/playlist/${owner}/playlist.json`);
    expect(playlistJsonLink({ item: I, host: 'a.example' })).toBe(`https://a.example/playlist/item=${I}/playlist.json`);
  });

  test.each<[string, () => string, RegExp]>([
    ['an item with a dot', () => embedLink({ item: 'a.b' }), /^item: .*given "a\.b"/],
    ['an empty account', () => embedLink({ account: '', item: I }), /^account: .*given ""/],
    ['a name with a slash', () => embedLink({ item: I, name: 'a/b' }), /^name: .*given "a\/b"/],
    [
      'no address',
      () => oembedLink('content.example'),
      /^embedUrl: expected an address with http.*given "content.example"/,
    ],
    ['a path', () => oembedLink('/embed/item=I'), /^embedUrl: /],
    ['an address with a space', () => oembedLink('https://a.example/a b'), /^embedUrl: /],
    ['a host with a query', () => oembedLink('https://a.example/', { host: 'b?c' }), /^host: .*given "b\?c"/],
    ['a list of items', () => playlistJsonLink({ item: 'a,b' }), /^item: .*given "a,b"/],
  ])('refused: %s', (_, make, message) => {
    expect(make).toThrow(InvalidArgumentError);
    expect(make).toThrow(message);
  });
});
