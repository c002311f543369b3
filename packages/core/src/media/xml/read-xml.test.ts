import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { InvalidArgumentError } from '../../index.js';
import { MediaFormatError } from '../media-format-error.js';
import { DEEPEST_XML, LONGEST_XML, readXml } from './read-xml.js';

const read = (xml: string): ReturnType<typeof readXml> => readXml(xml, 'drop-off XML');
const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);

const filled = (length: number): string => `<a>${'x'.repeat(length - '<a></a>'.length)}</a>`;

describe('limits', () => {
  test('as deep as it may be, and one deeper', () => {
    expect(read(nested(DEEPEST_XML)).name).toBe('a');
    expect(() => read(nested(DEEPEST_XML + 1))).toThrow(/^drop-off XML: expected at most 32 elements in one another/);
  });

  test('so deep that the parser gives up', () => {
    expect(() => read(nested(500_000))).toThrow(/^drop-off XML: expected at most 32 elements in one another/);
  });

  test('as long as it may be, and one longer', () => {
    expect(read(filled(LONGEST_XML)).text).toHaveLength(LONGEST_XML - 7);
    expect(() => read(filled(LONGEST_XML + 1))).toThrow(
      /^drop-off XML: expected at most 5000000 characters, found 5000001/,
    );
  });

  test('prefixes times elements is no trap', () => {
    const prefixes = Array.from({ length: 20_000 }, (_, index) => ` xmlns:p${index}="urn:${index}"`).join('');
    const elements = '<p7:b xmlns:q="urn:q" q:c="1"/>'.repeat(20_000);
    const begun = performance.now();
    const { children } = read(`<a${prefixes}>${elements}</a>`);
    expect([children.length, children[0]?.namespace]).toEqual([20_000, 'urn:7']);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

describe('a DOCTYPE', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "${'&b;'.repeat(100)}">]>`;
  test.each([
    ['alone', '<!DOCTYPE a><a/>'],
    ['with entities that are not used', `${bomb}<a/>`],
    ['with entities that are', `${bomb}<a>&c;</a>`],
    ['with a file', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['after a comment', '<?xml version="1.0"?><!-- c -->\n<!DOCTYPE a SYSTEM "a.dtd"><a/>'],
  ])('%s is refused', (_, xml) => {
    expect(() => read(xml)).toThrow(MediaFormatError);
    expect(() => read(xml)).toThrow(/^drop-off XML: expected .*without a DOCTYPE, found "/);
  });

  test('as a text is none', () => {
    expect(read('<a><![CDATA[<!DOCTYPE a>]]><!-- <!DOCTYPE a> --></a>').text).toBe('<!DOCTYPE a>');
  });
});

test.each([
  ['an unknown entity', '<a>&foo;</a>', /Named entity isn't defined: &foo; \(line 1, column 4\)/],
  ['a bare ampersand', '<a>b & c</a>', /Unterminated reference|reference/],
  ['an element that is not closed', '<a>\n<b></a>', /Missing end tag for element b \(line 2/],
  ['two roots', '<a/><b/>', /Extra content at the end/],
  ['an attribute twice', '<a b="1" b="2"/>', /Duplicate attribute: b/],
  ['a control character', '<a>\u0001</a>', /Invalid character/],
  ['a reference to one', '<a>&#1;</a>', /invalid character/],
  ['one in the manner of XML 1.1', '<?xml version="1.1"?><a>&#1;</a>', /invalid character/],
  ['half an emoji', '<a>\uD83C</a>', /Invalid character/],
])('not well-formed: %s', (_, xml, problem) => {
  expect(() => read(xml)).toThrow(MediaFormatError);
  expect(() => read(xml)).toThrow(problem);
});

test.each([
  ['an element', '<a><b><p:c/></b></a>', /, a\/b\/p:c: expected a prefix that is declared, found "p:c"/],
  ['the root', '<p:a/>', /, p:a: expected a prefix that is declared, found "p:a"/],
  ['an attribute', '<a><b p:c="1"/></a>', /, a\/b: expected a prefix that is declared, found "p:c"/],
  ['a prefix of a sibling', '<a><b xmlns:p="urn:p"/><p:c/></a>', /, a\/p:c: expected a prefix that is declared/],
  [
    'a prefix taken back',
    '<a xmlns:p="urn:p"><p:b xmlns:p=""/></a>',
    /expected a prefix that is declared, found "p:b"/,
  ],
  ['two colons', '<a xmlns:p="urn:p"><p:b:c/></a>', /expected a prefix that is declared, found "p:b:c"/],
  [
    'one attribute by two prefixes',
    '<a xmlns:p="urn:p" xmlns:q="urn:p" p:b="1" q:b="2"/>',
    /, a: expected each attribute once, found "q:b"/,
  ],
])('namespaces, refused: %s', (_, xml, message) => {
  expect(() => read(xml)).toThrow(MediaFormatError);
  expect(() => read(xml)).toThrow(message);
});

test('namespaces: the default one holds for elements, can change and be taken back', () => {
  const root = read('<a xmlns="urn:a" b="1" xml:lang="nl"><c/><d xmlns="urn:d"><e xmlns=""/></d></a>');
  expect(root.namespace).toBe('urn:a');
  expect([...root.attributes]).toEqual([
    ['b', '1'],
    ['http://www.w3.org/XML/1998/namespace lang', 'nl'],
  ]);
  expect(root.children.map(({ namespace }) => namespace)).toEqual(['urn:a', 'urn:d']);
  expect(root.children[1]?.children[0]?.namespace).toBe('');
});

test.each([[undefined], [null], [5], [new Uint8Array(3)]])('what is no text is refused: %s', (given) => {
  expect(() => read(given as never)).toThrow(InvalidArgumentError);
  expect(() => read(given as never)).toThrow(/^xml: expected the text of a document, given/);
});

test('an error shows no signature of the document', () => {
  try {
    read('<a b="https://a.example/?signature=canary"><c></a>');
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(MediaFormatError);
    expect(inspect(error) + JSON.stringify(error)).not.toContain('canary');
  }
});
