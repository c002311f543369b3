import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../index.js';
import { liveLink, mediaLink, parseMediaLink } from './index.js';

const host = 'https://media.streamonecloud.net';

test.each<[string, object]>([
  [
    `${host}/hls/account=A/item=I/a%20b.m3u8`,
    { type: 'hls', host, account: 'A', item: 'I', name: 'a b', signed: false },
  ],
  [
    `https://media.streamone.net:8443/progressive/account=A/item=I/file=F/smartstart=1/smartend=20/n.mp4?x=1&start=7&signuser=U&signts=1&signature=f00`,
    {
      type: 'progressive',
      host: 'https://media.streamone.net:8443',
      account: 'A',
      item: 'I',
      file: 'F',
      smartstart: 1,
      smartend: 20,
      name: 'n',
      start: 7,
      signed: true,
    },
  ],
  [`${host}/smooth/account=A/item=I/Manifest`, { type: 'smooth', host, account: 'A', item: 'I', signed: false }],
  [
    `${host}/hls/smartend=5/item=I/account=A/n.m3u8?start=3&signuser=U&signts=1#t=3`,
    { type: 'hls', host, account: 'A', item: 'I', smartend: 5, name: 'n', signed: false },
  ],
  [
    `${host}/hlslive/account=A/livestream=L/n.m3u8`,
    { type: 'hls', host, account: 'A', livestream: 'L', name: 'n', signed: false },
  ],
  [
    `${host}/smoothlive/account=A/livestream=L/Manifest`,
    { type: 'smooth', host, account: 'A', livestream: 'L', signed: false },
  ],
])('%s', (link, parts) => {
  expect(parseMediaLink(link)).toEqual(parts);
});

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[/\\\p{Cc}]/u.test(text));
const hosts = fc.constantFrom(host, 'http://127.0.0.1:3000', 'https://video.example.org');
const clip = fc.oneof(
  fc.record({ smartstart: fc.nat(), smartend: fc.integer({ min: 1 }) }).filter((one) => one.smartend > one.smartstart),
  fc.record({ smartstart: fc.nat() }),
  fc.constant({}),
);

test('a link that was made is read back, and made of that again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('progressive', 'hls', 'dash', 'hds', 'smooth'),
      fc.record({ account: id, item: id, host: hosts, file: id }, { requiredKeys: ['account', 'item', 'host'] }),
      name,
      fc.option(fc.nat(), { nil: undefined }),
      clip,
      (type, parts, called, start, cut) => {
        const input = {
          type,
          ...parts,
          ...cut,
          ...(type !== 'smooth' && { name: called }),
          ...(type === 'progressive' && start !== undefined && { start }),
        } as const;
        const { signed, ...read } = parseMediaLink(mediaLink(input));
        expect([signed, read]).toEqual([false, input]);
      },
    ),
  );
});

test('and a live one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('hls', 'dash', 'hds', 'smooth'),
      id,
      id,
      name,
      hosts,
      (type, account, livestream, called, at) => {
        const input = { type, account, livestream, host: at, ...(type !== 'smooth' && { name: called }) } as const;
        expect(parseMediaLink(liveLink(input))).toEqual({ ...input, signed: false });
      },
    ),
  );
});

test.each<[string, unknown, RegExp]>([
  ['nothing', undefined, /^link: expected an address with http.*given undefined/],
  ['a path', '/hls/account=A/item=I/n.m3u8', /^link: expected an address/],
  ['a space', `${host}/hls/account=A/item=I/a b.m3u8`, /^link: expected an address.*percent-encoded/],
  ['half an escape', `${host}/hls/account=A/item=I/%2.m3u8`, /^link: expected an address/],
  ['a user in the host', 'https://u:p@a.example/hls/account=A/item=I/n.m3u8', /^link: expected an address/],
  ['no path', host, /^link: expected a path that begins with a type/],
  ['another type', `${host}/mp4/account=A/item=I/n.mp4`, /^link: expected a path that begins with a type/],
  ['progressive live', `${host}/progressivelive/account=A/livestream=L/n.mp4`, /^link: expected a path that begins/],
  [
    'an embedded player',
    'https://content.streamonecloud.net/embed/item=I/n.html',
    /^link: expected a path that begins/,
  ],
  [
    'another ending',
    `${host}/hls/account=A/item=I/n.mpd`,
    /^link: expected a last segment as "name.m3u8", given ".*n.mpd"/,
  ],
  ['no name', `${host}/hls/account=A/item=I/.m3u8`, /^link: expected a last segment as "name.m3u8"/],
  ['a slash in the name', `${host}/hls/account=A/item=I/a%2Fb.m3u8`, /^link: expected a last segment/],
  ['bytes that are no UTF-8', `${host}/hls/account=A/item=I/%FF.m3u8`, /^link: expected a last segment/],
  ['a name in Smooth', `${host}/smooth/account=A/item=I/n.m3u8`, /^link: expected a last segment as "Manifest"/],
  ['no item', `${host}/hls/account=A/n.m3u8`, /^link: expected the segments account= and item=/],
  ['no account', `${host}/hls/item=I/n.m3u8`, /^link: expected the segments account= and item=/],
  ['two items', `${host}/hls/account=A/item=I/item=J/n.m3u8`, /^link: expected the segments.*at most one/],
  ['an unknown segment', `${host}/hls/account=A/item=I/x=1/n.m3u8`, /^link: expected the segments/],
  ['an empty segment', `${host}/hls//account=A/item=I/n.m3u8`, /^link: expected the segments/],
  [
    'a livestream, recorded',
    `${host}/hls/account=A/livestream=L/n.m3u8`,
    /^link: expected the segments account= and item=/,
  ],
  ['an item and a livestream', `${host}/hls/account=A/item=I/livestream=L/n.m3u8`, /^link: expected the segments/],
  ['an item, live', `${host}/hlslive/account=A/item=I/n.m3u8`, /^link: expected the segments account= and livestream=/],
  ['a clip, live', `${host}/hlslive/account=A/livestream=L/smartend=1/n.m3u8`, /^link: .* and no other/],
  ['an ID that is encoded', `${host}/hls/account=%41/item=I/n.m3u8`, /^account: expected an ID.*given "%41"/],
  [
    'a negative start',
    `${host}/hls/account=A/item=I/smartstart=-1/n.m3u8`,
    /^smartstart: expected whole seconds.*given "-1"/,
  ],
  ['an end before the start', `${host}/hls/account=A/item=I/smartstart=5/smartend=4/n.m3u8`, /^smartend: .*given 4/],
  ['a start that is no number', `${host}/progressive/account=A/item=I/n.mp4?start=x`, /^start: .*given "x"/],
])('refused: %s', (_, link, message) => {
  expect(() => parseMediaLink(link as string)).toThrow(InvalidArgumentError);
  expect(() => parseMediaLink(link as string)).toThrow(message);
});
