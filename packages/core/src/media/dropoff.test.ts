import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidArgumentError } from '../index.js';
import { type DropoffFields, MediaFormatError, readDropoff, writeDropoff } from './index.js';

const full: DropoffFields = {
  title: 'A & B',
  author: 'Zoë',
  copyright: '© 2026',
  description: ' two\r\nlines ]]> <b>',
  externalid: '0042',
  externallink: 'https://a.example/?a=1&b=2',
  keywords: ['news', 'late night'],
  securityprofile: 'S1',
  secure: true,
  archived: false,
  categories: 'C1, C2;C3',
};

test('golden', () => {
  expect(writeDropoff(full)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xml>
  <title>A &amp; B</title>
  <author>Zoë</author>
  <copyright>© 2026</copyright>
  <description> two&#13;
lines ]]&gt; &lt;b&gt;</description>
  <externalid>0042</externalid>
  <externallink>https://a.example/?a=1&amp;b=2</externallink>
  <keywords>news,late night</keywords>
  <securityprofile>S1</securityprofile>
  <secure>1</secure>
  <archived>0</archived>
  <categories>C1, C2;C3</categories>
</xml>`);
});

test('every field comes back, and an absent one stays absent', () => {
  expect(readDropoff(writeDropoff(full))).toEqual(full);
  expect(readDropoff(writeDropoff({}))).toEqual({});
  expect(readDropoff(writeDropoff({ title: '', archived: undefined, keywords: [] }))).toEqual({
    title: '',
    keywords: [],
  });
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
    '\u2028',
    '🎬',
    '/>',
    '</xml>',
  ),
  fc.string({ unit: 'binary', maxLength: 2 }),
);
const any = fc.array(characters, { maxLength: 12 }).map((parts) => parts.join(''));
const text = any.filter((one) => !NOT_XML.test(one));
const keyword = text.filter((one) => one !== '' && one === one.trim() && !one.includes(','));

test('whatever was written is read back', () => {
  const fields = fc.record(
    {
      title: text,
      author: text,
      copyright: text,
      description: text,
      externalid: text,
      externallink: text,
      keywords: fc.array(keyword, { maxLength: 3 }),
      securityprofile: text,
      secure: fc.boolean(),
      archived: fc.boolean(),
      categories: text,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fields, (written) => {
      expect(readDropoff(writeDropoff(written))).toEqual(written);
    }),
    { numRuns: 300 },
  );
});

test('any text at all is carried faithfully or refused by the name of its field', () => {
  fc.assert(
    fc.property(any, fc.constantFrom('title', 'description', 'categories'), (one, field) => {
      if (NOT_XML.test(one))
        expect(() => writeDropoff({ [field]: one })).toThrow(new RegExp(`^${field}: expected text that XML`));
      else expect(readDropoff(writeDropoff({ [field]: one }))).toEqual({ [field]: one });
    }),
    { numRuns: 300 },
  );
});

describe('reading', () => {
  test.each<[string, string, DropoffFields]>([
    [
      'as a person writes it',
      '<xml>\n <title>T</title>\n <keywords> a, b ,,c</keywords><secure> 0\n</secure></xml>',
      { title: 'T', keywords: ['a', 'b', 'c'], secure: false },
    ],
    ['CDATA', '<xml><description><![CDATA[<p>a & b</p>]]></description></xml>', { description: '<p>a & b</p>' }],
    ['empty elements', '<xml><title/><keywords/></xml>', { title: '', keywords: [] }],
  ])('%s', (_, xml, fields) => {
    expect(readDropoff(xml)).toEqual(fields);
  });

  test.each<[string, string, RegExp]>([
    ['another root', '<video/>', /^drop-off XML, video: expected the root <xml>, found "<video>"\.$/],
    ['a root in a namespace', '<xml xmlns="urn:a"/>', /^drop-off XML, xml: expected the root <xml>/],
    [
      'a field that is misspelt',
      '<xml><titel>T</titel></xml>',
      /^drop-off XML, xml: expected one of title, author, .*categories, found "<titel>"/,
    ],
    ['a field of every object', '<xml><constructor/></xml>', /found "<constructor>"/],
    ['a field in a namespace', '<xml><a:title xmlns:a="urn:a"/></xml>', /found "<title>"/],
    [
      'a field twice',
      '<xml><title>T</title><title>U</title></xml>',
      /xml\/title\[2\]: expected at most one title, found "another"/,
    ],
    [
      'elements in a field',
      '<xml><keywords><keyword>a</keyword></keywords></xml>',
      /xml\/keywords: expected a text and no element, found "<keyword>"/,
    ],
    ['another boolean', '<xml><secure>true</secure></xml>', /xml\/secure: expected 1 or 0, found "true"/],
    ['an empty boolean', '<xml><archived/></xml>', /xml\/archived: expected 1 or 0, found ""/],
    [
      'text beside the fields',
      '<xml>hello<title>T</title></xml>',
      /xml: expected elements and no text beside them, found "hello"/,
    ],
    ['no XML', '{}', /^drop-off XML: expected well-formed XML/],
  ])('refused: %s', (_, xml, message) => {
    expect(() => readDropoff(xml)).toThrow(MediaFormatError);
    expect(() => readDropoff(xml)).toThrow(message);
  });
});

test.each<[string, unknown, RegExp]>([
  ['nothing', null, /^expected an object of fields, given null/],
  ['a list', [], /^expected an object of fields, given an array of 0/],
  ['a field that is misspelt', { titel: 'T' }, /^titel: expected one of title, author, .*given "titel"/],
  ['a title that is a number', { title: 5 }, /^title: expected a text, given 5/],
  ['a title that is null', { title: null }, /^title: expected a text, given null/],
  [
    'a control character',
    { description: 'ab\u0000' },
    /^description: expected text that XML 1\.0 can carry.*U\+0000, which is at position 2/,
  ],
  ['keywords as text', { keywords: 'a,b' }, /^keywords: expected an array of keywords, given "a,b"/],
  [
    'a keyword with a comma',
    { keywords: ['a', 'b,c'] },
    /^keywords\[1\]: expected a keyword.*without a comma.*given "b,c"/,
  ],
  ['a keyword with a space before it', { keywords: [' a'] }, /^keywords\[0\]: .*without spaces around it, given " a"/],
  ['an empty keyword', { keywords: [''] }, /^keywords\[0\]: expected a keyword that is not empty/],
  ['a control character in a keyword', { keywords: ['a\u001B'] }, /^keywords\[0\]: .*U\+001B/],
  ['1 for a boolean', { secure: 1 }, /^secure: expected true or false, given 1/],
])('writing is refused: %s', (_, bad, message) => {
  expect(() => writeDropoff(bad as DropoffFields)).toThrow(InvalidArgumentError);
  expect(() => writeDropoff(bad as DropoffFields)).toThrow(message);
});
