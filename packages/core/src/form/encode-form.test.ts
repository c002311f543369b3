import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasPhp, runPhp } from '../../test/php.js';
import { tally, vectors } from '../../test/vectors.js';
import { type ArgumentValue, InvalidArgumentError, encodeForm, signRequest, user } from '../index.js';

interface FormCase {
  readonly name: string;
  readonly query: string;
  readonly pairs?: readonly (readonly [string, string])[];
  readonly contract: string;
}

const cases = vectors('form-encoding') as readonly FormCase[];
const flat = cases.flatMap(({ name, query, pairs }) => (pairs === undefined ? [] : [{ name, query, pairs }]));

test('no case has disappeared', () => {
  expect(tally(cases.map(({ contract }) => contract))).toEqual({ same: 4, 'reference only': 8 });
  expect(flat).toHaveLength(4);
});

test.each(flat)('golden: $name', ({ pairs, query }) => {
  expect(encodeForm(pairs)).toBe(query);
});

test('every ASCII character, against the text of the protocol', () => {
  for (let code = 0; code < 128; code++) {
    const character = String.fromCharCode(code);
    const hex = `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
    const bare = /^[A-Za-z0-9\-._]$/.test(character);
    const written = bare ? character : character === ' ' ? '+' : hex;
    expect(encodeForm([[character, `${character}é${character}`]])).toBe(`${written}=${written}%C3%A9${written}`);
  }
});

test.each([
  ['\u{7FF}', '%DF%BF'],
  ['\u{800}', '%E0%A0%80'],
  ['\u{FFFF}', '%EF%BF%BF'],
  ['\u{10FFFF}', '%F4%8F%BF%BF'],
  ['e\u0301', 'e%CC%81'],
])('UTF-8 of %j', (text, encoded) => {
  expect(encodeForm([['a', text]])).toBe(`a=${encoded}`);
});

test('takes any iterable, and keeps order and repetitions', () => {
  expect(
    encodeForm(
      new Map([
        ['z', '1'],
        ['a', '2'],
      ]),
    ),
  ).toBe('z=1&a=2');
  expect(
    encodeForm([
      ['a', '1'],
      ['a', '2'],
    ]),
  ).toBe('a=1&a=2');
});

test.each(['\uD83C', 'a\uDFACb', '\uDFAC\uD83C'])('half a surrogate pair is refused: %j', (text) => {
  expect(() => encodeForm([['title', text]])).toThrow(InvalidArgumentError);
  expect(() => encodeForm([['title', text]])).toThrow(/^title: expected text that has a UTF-8 form/);
  expect(() => encodeForm([[text, 'x']])).toThrow(/surrogate/);
});

describe('against PHP itself', () => {
  const unit = fc.oneof(
    fc.nat({ max: 127 }).map((code) => String.fromCharCode(code)),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('\u0301', '\u200D', '👩', '🎬', '\u2028', '\0', '\r\n', ' ', '~', '*', '%', '+', '&', '='),
  );
  const someText = fc.string({ unit, maxLength: 12 });
  // PHP takes a numeric name as a position; as text it is the same bytes.
  const pairs = fc.uniqueArray(fc.tuple(someText, someText), { selector: ([name]) => name, maxLength: 6 });

  test('thousands of random pairs', ({ skip }) => {
    if (!hasPhp()) return skip();
    const samples = fc.sample(pairs, { numRuns: 4000, seed: 20140101 });
    const written = runPhp(
      '$flat = []; foreach ($data as [$name, $value]) $flat[$name] = $value; echo http_build_query($flat, "", "&", PHP_QUERY_RFC1738);',
      samples,
    );
    expect(written).toHaveLength(4000);
    // PHP puts nothing in another order, but for names that it takes as numbers: none, since names are unique.
    samples.forEach((sample, index) => expect(encodeForm(sample)).toBe(written[index]));
    return undefined;
  });

  test('thousands of values of arguments', async ({ skip }) => {
    if (!hasPhp()) return skip();
    const element = fc.oneof(
      someText.map((text) => text.replaceAll(',', '')),
      fc.maxSafeInteger(),
    );
    const value: fc.Arbitrary<ArgumentValue> = fc.oneof(
      fc.boolean(),
      fc.maxSafeInteger(),
      fc.constant(null),
      someText,
      fc.array(element, { maxLength: 5 }),
    );
    const name = fc.stringMatching(/^[a-z_é🎬~*-][a-z0-9_é🎬~*-]{0,8}$/u);
    const given = fc.dictionary(name, value, { maxKeys: 5, noNullPrototype: true });
    const samples = fc.sample(given, { numRuns: 2000, seed: 20140102 });
    // As the PHP SDK does it: null is sent empty, a list is joined by commas.
    const written = runPhp(
      `$flat = []; foreach ($data as [$name, $value]) $flat[$name] = $value === null ? '' : (is_array($value) ? implode(',', $value) : $value);
       echo http_build_query($flat, "", "&", PHP_QUERY_RFC1738);`,
      samples.map((sample) => Object.entries(sample)),
    );
    const credentials = user({ id: 'u', psk: 'k' });
    for (const [index, sample] of samples.entries()) {
      const { body } = await signRequest({ command: 'item', action: 'view', arguments: sample }, credentials, {
        timestamp: 1,
        hmac: () => '',
      });
      expect(body).toBe(written[index]);
    }
    return undefined;
  });

  test('a missing PHP is a failure in CI and is told elsewhere', async ({ skip }) => {
    if (!hasPhp()) return skip();
    const { vi } = await import('vitest');
    vi.resetModules();
    vi.stubEnv('PATH', '/nowhere');
    const { hasPhp: without } = await import('../../test/php.js');
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    expect(() => without({ CI: 'true' })).toThrow('apt-get install php-cli');
    expect(without({})).toBe(false);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('apt-get install php-cli'));
    warn.mockRestore();
    return undefined;
  });
});
