import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidArgumentError, StreamOneError } from '../index.js';
import { MediaFormatError, type Playlist, readPlaylist, writePlaylist } from './index.js';

const full: Playlist = {
  title: 'News & <weather>',
  creator: 'Desk',
  annotation: 'two\nlines, one \r and ]]>',
  info: 'https://a.example/?b=1&c=2',
  location: 'https://a.example/list.xspf',
  identifier: 'urn:list:1',
  image: 'https://a.example/list.jpg',
  date: '2026-01-02T03:04:05+01:00',
  license: 'https://a.example/licence',
  tracks: [
    {
      locations: [
        { url: 'https://a.example/1-720.mp4', label: '720p "HD"', height: 720, default: true },
        { url: 'https://a.example/1-360.mp4', label: '', height: 360, default: false },
        { url: 'rtmp://a.example/1' },
      ],
      identifiers: ['urn:track:1', 'urn:track:1b'],
      title: '  kept as it is  ',
      creator: '',
      annotation: 'é 🎬',
      info: 'https://a.example/1',
      image: '1.jpg',
      album: 'A',
      trackNum: 1,
      duration: 61_500,
    },
    { locations: [] },
  ],
};

test('golden', () => {
  expect(writePlaylist({ title: 'T', tracks: full.tracks.slice(0, 1) })).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<playlist version="1" xmlns="http://xspf.org/ns/0/" xmlns:s1="http://static.streamone.nl/player/ns/0">
  <title>T</title>
  <trackList>
    <track>
      <location s1:label="720p &quot;HD&quot;" s1:height="720" s1:default="1">https://a.example/1-720.mp4</location>
      <location s1:label="" s1:height="360" s1:default="0">https://a.example/1-360.mp4</location>
      <location>rtmp://a.example/1</location>
      <identifier>urn:track:1</identifier>
      <identifier>urn:track:1b</identifier>
      <title>  kept as it is  </title>
      <creator></creator>
      <annotation>é 🎬</annotation>
      <info>https://a.example/1</info>
      <image>1.jpg</image>
      <album>A</album>
      <trackNum>1</trackNum>
      <duration>61500</duration>
    </track>
  </trackList>
</playlist>`);
});

test('every field comes back', () => {
  expect(readPlaylist(writePlaylist(full))).toEqual(full);
  expect(readPlaylist(writePlaylist({ tracks: [] }))).toEqual({ tracks: [] });
});

const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const characters = fc.oneof(
  fc.constantFrom(
    '&',
    '<',
    '>',
    ']]>',
    '"',
    "'",
    '\r',
    '\n',
    '\t',
    ' ',
    '&amp;',
    '&#13;',
    '<!--',
    '\u0085',
    '\u2028',
    '🎬',
    '=',
    '$&',
  ),
  fc.string({ unit: 'binary', maxLength: 2 }),
);
const text = fc
  .array(characters, { maxLength: 12 })
  .map((parts) => parts.join(''))
  .filter((one) => !NOT_XML.test(one));
const line = text.filter((one) => !/[\t\n\r]/.test(one));
const address = text.filter((one) => /^\S+$/.test(one));
const number = fc.nat({ max: 999_999_999_999_999 });
const location = fc.record(
  { url: address, label: line, height: number, default: fc.boolean() },
  { requiredKeys: ['url'] },
);
const track = fc.record(
  {
    locations: fc.array(location, { maxLength: 3 }),
    identifiers: fc.array(address, { minLength: 1, maxLength: 2 }),
    title: text,
    creator: text,
    annotation: text,
    info: address,
    image: address,
    album: text,
    trackNum: number,
    duration: number,
  },
  { requiredKeys: ['locations'] },
);
const playlist = fc.record(
  {
    title: text,
    creator: text,
    annotation: text,
    info: address,
    location: address,
    identifier: address,
    image: address,
    date: text,
    license: address,
    tracks: fc.array(track, { maxLength: 3 }),
  },
  { requiredKeys: ['tracks'] },
);

test('whatever was written is read back', () => {
  fc.assert(
    fc.property(playlist, (written) => {
      expect(readPlaylist(writePlaylist(written))).toEqual(written);
    }),
    { numRuns: 300 },
  );
});

const X = 'xmlns="http://xspf.org/ns/0/"';
const S = 'http://static.streamone.nl/player/ns/0';
const inTrack = (inside: string, root = X): string =>
  `<playlist version="1" ${root}><trackList><track>${inside}</track></trackList></playlist>`;

describe('reading', () => {
  const one = { tracks: [{ locations: [{ url: 'u', label: 'HD', height: 720, default: true }] }] };

  test.each<[string, string, Playlist]>([
    [
      'the usual prefix',
      inTrack(`<location xmlns:s1="${S}" s1:label="HD" s1:height="720" s1:default="true">u</location>`),
      one,
    ],
    [
      'another prefix',
      inTrack('<location q:label="HD" q:height="720" q:default="1">u</location>', `${X} xmlns:q="${S}"`),
      one,
    ],
    [
      'two prefixes, and s1 for something else',
      inTrack(
        '<location a:label="HD" b:height=" 720" s1:label="no" b:default="1">u</location>'.replace('" 720', '"720'),
        `${X} xmlns:a="${S}" xmlns:b="${S}" xmlns:s1="urn:other"`,
      ),
      one,
    ],
    [
      'a prefix that is declared anew further in',
      inTrack(`<location xmlns:s1="urn:other" s1:label="no">u</location>`, `${X} xmlns:s1="${S}"`),
      { tracks: [{ locations: [{ url: 'u' }] }] },
    ],
    [
      'attributes without a namespace',
      inTrack('<location label="no" height="x" default="x">u</location>'),
      { tracks: [{ locations: [{ url: 'u' }] }] },
    ],
    [
      'XSPF with a prefix',
      '<x:playlist xmlns:x="http://xspf.org/ns/0/"><x:trackList><x:track><x:title>t</x:title></x:track></x:trackList></x:playlist>',
      { tracks: [{ title: 't', locations: [] }] },
    ],
    [
      'elements of other namespaces, and those of XSPF that are not used',
      inTrack(
        '<title>t</title><title xmlns="urn:other">no</title><o:title xmlns:o="urn:o"/><meta rel="r">m</meta><extension application="a"><title>no</title></extension>',
      ),
      { tracks: [{ title: 't', locations: [] }] },
    ],
    [
      'CDATA, references and comments',
      inTrack('<title>a<![CDATA[<&]]>&amp;&#x1F3AC;<!-- no -->&lt;<?p i?>b</title>'),
      { tracks: [{ title: 'a<&&🎬<b', locations: [] }] },
    ],
    [
      'white space around addresses and numbers',
      inTrack('<location>\r\n  u\t</location><image> </image><duration>\n1000 </duration>'),
      { tracks: [{ locations: [{ url: 'u' }], duration: 1000 }] },
    ],
    [
      'a byte order mark and a declaration',
      `\uFEFF<?xml version="1.0"?>\n<playlist ${X}><trackList/></playlist>`,
      { tracks: [] },
    ],
  ])('%s', (_, xml, read) => {
    expect(readPlaylist(xml)).toEqual(read);
  });

  test.each<[string, string, RegExp]>([
    [
      'no namespace',
      '<playlist><trackList/></playlist>',
      /^XSPF playlist, playlist: expected a playlist in the namespace http:\/\/xspf.org\/ns\/0\/, found "playlist in \\"\\""\.$/,
    ],
    ['another root', `<list ${X}/>`, /^XSPF playlist, list: expected a playlist in the namespace/],
    ['no list', `<playlist ${X}/>`, /^XSPF playlist, playlist\/trackList: expected a list of tracks, found nothing\.$/],
    [
      'two lists',
      `<playlist ${X}><trackList/><trackList/></playlist>`,
      /playlist\/trackList\[2\]: expected at most one trackList, found "another"/,
    ],
    [
      'two titles',
      inTrack('<title>a</title><title>b</title>'),
      /, playlist\/trackList\/track\/title\[2\]: expected at most one title/,
    ],
    [
      'an element in a title',
      inTrack('<title>a<b/></title>'),
      /track\/title: expected a text and no element, found "<b>"/,
    ],
    [
      'seconds with a fraction',
      inTrack('<duration>1.5</duration>'),
      /track\/duration: expected a whole number from 0, found "1\.5"/,
    ],
    ['an empty number', inTrack('<trackNum/>'), /track\/trackNum: expected a whole number from 0, found ""/],
    [
      'a number of 16 digits',
      inTrack('<trackNum>1234567890123456</trackNum>'),
      /track\/trackNum: expected a whole number/,
    ],
    [
      'an empty location',
      inTrack('<location>x</location><location> </location>'),
      /track\/location\[2\]: expected an address, found " "/,
    ],
    [
      'an address with a space',
      inTrack('<image>a b</image>'),
      /track\/image: expected an address without spaces, found "a b"/,
    ],
    [
      'a height that is no number',
      inTrack(`<location s:height="720p" xmlns:s="${S}">u</location>`),
      /track\/location\/@height: expected a whole number from 0, found "720p"/,
    ],
    [
      'another default',
      inTrack(`<location s:default="yes" xmlns:s="${S}">u</location>`),
      /location\/@default: expected 1, 0, true or false, found "yes"/,
    ],
    [
      'no XML',
      'hello',
      /^XSPF playlist: expected well-formed XML 1\.0 without a DOCTYPE, found "Root element is missing/,
    ],
    ['nothing', '', /^XSPF playlist: expected well-formed XML/],
  ])('refused: %s', (_, xml, message) => {
    expect(() => readPlaylist(xml)).toThrow(MediaFormatError);
    expect(() => readPlaylist(xml)).toThrow(message);
  });

  test('of several tracks the one that is wrong is named', () => {
    const xml = `<playlist ${X}><trackList><track/><track><duration>x</duration></track></trackList></playlist>`;
    expect(() => readPlaylist(xml)).toThrow(
      expect.objectContaining({
        name: 'MediaFormatError',
        format: 'XSPF playlist',
        place: 'playlist/trackList/track[2]/duration',
        expected: 'a whole number from 0',
      }),
    );
    expect(() => readPlaylist(xml)).toThrow(StreamOneError);
  });
});

const withLocation = (part: object): unknown => ({
  tracks: [{ locations: [] }, { locations: [{ url: 'u', ...part }] }],
});

describe('writing', () => {
  test.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /^expected an object of fields, given undefined/],
    ['no tracks', {}, /^tracks: expected an array, given undefined/],
    ['a track that is none', { tracks: [null] }, /^tracks\[0\]: expected an object of fields, given null/],
    ['no locations', { tracks: [{}] }, /^tracks\[0\]\.locations: expected an array, given undefined/],
    [
      'a location as text',
      { tracks: [{ locations: ['u'] }] },
      /^tracks\[0\]\.locations\[0\]: expected an object of fields, given "u"/,
    ],
    [
      'a field that is misspelt',
      { titel: 'x', tracks: [] },
      /^titel: expected one of title, creator, .*tracks, given "titel"/,
    ],
    ['and in a track', { tracks: [{ locations: [], name: 'x' }] }, /^tracks\[0\]\.name: expected one of locations/],
    [
      'and in a location',
      withLocation({ width: 5 }),
      /^tracks\[1\]\.locations\[0\]\.width: expected one of url, label/,
    ],
    ['a title that is a number', { title: 5, tracks: [] }, /^title: expected a text, given 5/],
    [
      'a control character',
      { title: 'a\u0007', tracks: [] },
      /^title: expected text that XML 1\.0 can carry, given "a\\u0007"\. It can't carry U\+0007, which is at position 1/,
    ],
    ['half an emoji', { tracks: [{ locations: [], album: '\uD83C' }] }, /^tracks\[0\]\.album: .*can't carry U\+D83C/],
    ['a noncharacter', { tracks: [{ locations: [], album: '\uFFFE' }] }, /^tracks\[0\]\.album: .*can't carry U\+FFFE/],
    [
      'an address with a space',
      { image: 'a b', tracks: [] },
      /^image: expected an address without spaces, given "a b"/,
    ],
    ['a control character in an address', { image: 'a\u0001', tracks: [] }, /^image: .*can't carry U\+0001/],
    [
      'no address',
      withLocation({ url: undefined }),
      /^tracks\[1\]\.locations\[0\]\.url: expected an address.*given undefined/,
    ],
    ['an empty address', withLocation({ url: '' }), /\.url: expected an address without spaces, given ""/],
    [
      'an identifier that is none',
      { tracks: [{ locations: [], identifiers: ['a', ''] }] },
      /^tracks\[0\]\.identifiers\[1\]: expected an address/,
    ],
    [
      'a label of two lines',
      withLocation({ label: 'a\nb' }),
      /^tracks\[1\]\.locations\[0\]\.label: expected a label of one line, given "a\\nb"/,
    ],
    ['a label with a control character', withLocation({ label: '\u0000' }), /\.label: .*can't carry U\+0000/],
    ['half a pixel', withLocation({ height: 0.5 }), /\.height: expected a whole number from 0, given 0\.5/],
    [
      'a number that is too large',
      { tracks: [{ locations: [], duration: 1e15 }] },
      /^tracks\[0\]\.duration: expected a whole number/,
    ],
    ['a default that is no boolean', withLocation({ default: 1 }), /\.default: expected true or false, given 1/],
  ])('refused: %s', (_, bad, message) => {
    expect(() => writePlaylist(bad as Playlist)).toThrow(InvalidArgumentError);
    expect(() => writePlaylist(bad as Playlist)).toThrow(message);
  });
});
