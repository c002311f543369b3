import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  type DataType,
  InvalidArgumentError,
  type Label,
  MismatchError,
  arrayOf,
  bool,
  dateTime,
  duration,
  hash,
  integer,
  ipMask,
  keywords,
  label,
  nullable,
  object,
  open,
  text,
  timeZone,
  url,
} from '../index.js';
import { schemaOf } from '../zod/index.js';

type Loose = DataType<unknown>;
const loose = (type: DataType<never>): Loose => type;
const small = integer({ min: 0, max: 2 });
const order = label('asc', 'desc');

test.each<[string, DataType<never>, unknown, string]>([
  ['hash', hash(), 'Mn9mdVb-02mA', 'Mn9mdVb-02mA'],
  ['hash of old', hash(), 'a_B-90', 'a_B-90'],
  ['text', text(), ' a,b\n', ' a,b\n'],
  ['text, empty', text(), '', ''],
  ['url', url(), 'https://example.org/?a=b', 'https://example.org/?a=b'],
  ['url of another scheme', url(), 'rtmp://example.org/live', 'rtmp://example.org/live'],
  ['label, known', order, 'asc', 'asc'],
  ['label, new', order, 'sideways', 'sideways'],
  ['bool', bool(), true, '1'],
  ['bool', bool(), false, '0'],
  ['integer', integer(), -42, '-42'],
  ['integer, minus zero', integer(), -0, '0'],
  ['integer, lower bound', small, 0, '0'],
  ['integer, upper bound', small, 2, '2'],
  ['dateTime of a Date', dateTime(), new Date('2014-01-01T12:30:59.999Z'), '2014-01-01 12:30:59@UTC'],
  ['dateTime as text', dateTime(), '2014-01-01 00:00:00', '2014-01-01 00:00:00'],
  ['dateTime with a zone', dateTime(), '2014-01-01 00:00:00@Europe/London', '2014-01-01 00:00:00@Europe/London'],
  ['duration', duration(), 3600, '3600'],
  ['duration, minus zero', duration(), -0, '0'],
  ['timeZone', timeZone(), 'America/Port-au-Prince', 'America/Port-au-Prince'],
  ['timeZone by offset', timeZone(), '+02:00', '+02:00'],
  ['ipMask', ipMask(), '10.0.0.0/8', '10.0.0.0/8'],
  ['keywords as text', keywords(), 'a, b', 'a, b'],
  ['keywords as a list', keywords(), ['a', 'b c'], 'a,b c'],
  ['arrayOf', arrayOf(hash()), ['a', 'b'], 'a,b'],
  ['arrayOf one', arrayOf(integer()), [0], '0'],
  ['nullable', nullable(hash()), 'a', 'a'],
])('%s is written', (_, type, given, written) => {
  expect(loose(type).encode(given)).toBe(written);
  expect(schemaOf(type).safeParse(given).success).toBe(true);
});

test.each<[string, DataType<never>, unknown, string]>([
  ['hash', hash(), 'a b', 'expected an ID of letters, digits, "_" and "-", given "a b".'],
  ['hash', hash(), '', 'expected an ID of letters, digits, "_" and "-", given "".'],
  ['hash', hash(), 'abc\n', 'expected an ID of letters, digits, "_" and "-", given "abc\\n".'],
  ['hash', hash(), 12, 'expected an ID of letters, digits, "_" and "-", given 12.'],
  ['hash', hash(), 'x'.repeat(65), /given "x{65}"\.$/],
  ['text', text(), 5, 'expected a string, given 5.'],
  ['url', url(), 'example.org', 'expected an address with its scheme, as "https://example.org/", given "example.org".'],
  ['url', url(), 'https://a b', /expected an address/],
  ['label', order, 'two words', 'expected a label: one word without comma, known are asc, desc, given "two words".'],
  ['label', label(), 'a,b', 'expected a label: one word without comma, given "a,b".'],
  ['bool', bool(), 1, 'expected true or false, given 1.'],
  ['bool', bool(), 'true', 'expected true or false, given "true".'],
  ['integer', integer(), '5', 'expected a whole number, given "5".'],
  ['integer', integer(), 1.5, 'expected a whole number, given 1.5.'],
  ['integer', integer(), 2 ** 53, /given 9007199254740992\.$/],
  ['integer', integer(), Number.NaN, /given NaN\.$/],
  ['integer', small, 3, 'expected a whole number of at least 0 and of at most 2, given 3.'],
  ['integer', small, -1, /given -1\.$/],
  ['integer', integer({ min: 1 }), 0, 'expected a whole number of at least 1, given 0.'],
  ['integer', integer({ max: 1 }), 2, 'expected a whole number of at most 1, given 2.'],
  ['dateTime', dateTime(), new Date(Number.NaN), /expected a valid date .*given an invalid Date\.$/],
  ['dateTime', dateTime(), '2014-02-30 00:00:00', /^expected a valid Date, or "YYYY-MM-DD HH:MM:SS" with an optional/],
  ['dateTime', dateTime(), '2014-01-01', /given "2014-01-01"\.$/],
  ['dateTime', dateTime(), '2014-01-01T00:00:00Z', /given/],
  ['dateTime', dateTime(), '2014-01-01 00:00:00@', /given/],
  ['dateTime', dateTime(), '2014-01-01 00:00:00@UTC@UTC', /given/],
  ['dateTime', dateTime(), '2014-01-01 00:00:00@a b', /given/],
  ['dateTime', dateTime(), 0, /given 0\.$/],
  ['duration', duration(), -1, 'expected a length of time in whole seconds, not negative, given -1.'],
  ['duration', duration(), 1.5, /given 1\.5\.$/],
  ['duration', duration(), '1:00', /given "1:00"\.$/],
  ['timeZone', timeZone(), 'Europe Amsterdam', /^expected the IANA name of a zone/],
  ['ipMask', ipMask(), '', /^expected a mask of IP addresses/],
  ['ipMask', ipMask(), 'a b', /given "a b"\.$/],
  ['keywords', keywords(), [], /^expected an array of at least one element/],
  ['keywords', keywords(), ['a,b'], /^\[0\]: expected a string, without a comma, given "a,b"\. Elements are joined/],
  ['keywords', keywords(), 5, /^expected keywords, as an array or as a string with commas between them, given 5/],
  [
    'arrayOf',
    arrayOf(hash()),
    [],
    /given an array of 0\. An empty list would be sent as an empty value, which unsets;/,
  ],
  [
    'arrayOf',
    arrayOf(hash()),
    'a',
    'expected an array of at least one element, each an ID of letters, digits, "_" and "-", given "a".',
  ],
  ['arrayOf', arrayOf(hash()), ['a', 'b', 'c d'], '[2]: expected an ID of letters, digits, "_" and "-", given "c d".'],
  ['arrayOf', arrayOf(text()), ['a', 'b,c'], /^\[1\]: expected a string, without a comma, given "b,c"/],
  [
    'arrayOf',
    arrayOf(hash()),
    ['a,b'],
    /^\[0\]: expected an ID .*, without a comma, given "a,b"\. Elements are joined/,
  ],
  ['arrayOf', arrayOf(arrayOf(hash())), [['a', 'b']], /^\[0\]: expected an element that is written without a comma/],
  ['arrayOf', arrayOf(text()), ['a', ''], /^\[1\]: expected an element that is not empty/],
  ['arrayOf', arrayOf(text()), ['a', null], '[1]: expected a string, given null.'],
  // oxlint-disable-next-line no-sparse-arrays
  ['arrayOf', arrayOf(text()), ['a', , 'b'], '[1]: expected a string, given undefined.'],
  ['nullable', nullable(bool()), 'x', 'expected true or false, given "x".'],
  ['object', object('Thing', {}), {}, /^expected nothing: an object is no argument, given an object\.$/],
  ['open', open(), 'x', /^expected nothing/],
  ...[hash(), text(), bool(), integer(), dateTime(), duration(), arrayOf(hash()), keywords(), nullable(hash())].flatMap(
    (type): [string, DataType<never>, unknown, RegExp][] => [
      [type.name, type, null, /given null\.$/],
      [type.name, type, undefined, /given undefined\.$/],
      [type.name, type, {}, /given an object\.$/],
    ],
  ),
] as [string, DataType<never>, unknown, string][])('%s refuses an argument (%#)', (_, type, given, message) => {
  expect(() => loose(type).encode(given)).toThrow(InvalidArgumentError);
  try {
    loose(type).encode(given);
  } catch (error) {
    if (typeof message === 'string') expect((error as Error).message).toBe(message);
    else expect((error as Error).message).toMatch(message);
  }
  expect(schemaOf(type).safeParse(given).success).toBe(false);
});

const amsterdam = { timezone: 'Europe/Amsterdam' };

test.each<[string, DataType<never>, unknown, unknown]>([
  ['hash', hash(), 'odd id', 'odd id'],
  ['text', text(), '', ''],
  ['url', url(), '//example.org', '//example.org'],
  ['label, new', order, 'sideways', 'sideways'],
  ['bool', bool(), false, false],
  ['integer', small, 4711, 4711],
  ['dateTime', dateTime(), '2014-07-01 00:00:00', new Date('2014-06-30T22:00:00Z')],
  ['dateTime with a zone', dateTime(), '2014-07-01 00:00:00@UTC', new Date('2014-07-01T00:00:00Z')],
  ['duration, seconds', duration(), '90', 90],
  ['duration, fraction', duration(), '90.25', 90.25],
  ['duration, a number', duration(), 90.5, 90.5],
  ['duration, minutes', duration(), '1:30', 90],
  ['duration, hours', duration(), '2:01:05', 7265],
  ['duration, milliseconds', duration(), '00:00:01.250', 1.25],
  ['timeZone', timeZone(), 'Mars/Olympus', 'Mars/Olympus'],
  ['ipMask', ipMask(), '', ''],
  ['keywords', keywords(), ['a', 'b,c'], ['a', 'b,c']],
  ['keywords, none', keywords(), [], []],
  ['arrayOf, none', arrayOf(hash()), [], []],
  ['arrayOf', arrayOf(dateTime()), ['1970-01-01 01:00:00'], [new Date(0)]],
  ['nullable', nullable(dateTime()), null, null],
  ['nullable', nullable(bool()), true, true],
  ['open', open(), { any: ['thing'] }, { any: ['thing'] }],
])('%s is read', (_, type, wire, value) => {
  expect(type.decode(wire, amsterdam)).toEqual(value);
});

test.each<[string, DataType<never>, unknown, string]>([
  ['hash', hash(), 5, 'the value should be Hash and is 5'],
  ['text', text(), null, 'the value should be String and is null'],
  ['bool', bool(), 'true', 'the value should be Boolean and is "true"'],
  ['bool', bool(), 1, 'the value should be Boolean and is 1'],
  ['integer', integer(), '5', 'the value should be Integer and is "5"'],
  ['integer', integer(), 1.5, 'the value should be Integer and is 1.5'],
  ['dateTime', dateTime(), '0000-00-00 00:00:00', 'the value should be DateTime and is "0000-00-00 00:00:00"'],
  ['dateTime', dateTime(), 1_400_000_000, 'the value should be DateTime and is 1400000000'],
  ['duration', duration(), 'long', 'the value should be Duration and is "long"'],
  ['duration', duration(), '1:60', 'the value should be Duration and is "1:60"'],
  ['duration', duration(), '1:75:00', 'the value should be Duration and is "1:75:00"'],
  ['duration', duration(), -1, 'the value should be Duration and is -1'],
  ['duration', duration(), '9'.repeat(400), /should be Duration/ as never],
  ['keywords', keywords(), 'a,b', 'the value should be String, comma-separated and is "a,b"'],
  ['arrayOf', arrayOf(hash()), 'a', 'the value should be Array of Hash and is "a"'],
  ['arrayOf', arrayOf(hash()), ['a', 5, 6], '[1] should be Hash and is 5, and 1 more'],
  ['nullable', nullable(bool()), 'x', 'the value should be Boolean and is "x"'],
  ['object', object('Thing', {}), [], 'the value should be Thing and is an array of 0'],
])('%s contradicts (%#)', (_, type, wire, message) => {
  expect(() => type.decode(wire, amsterdam)).toThrow(MismatchError);
  expect(() => type.decode(wire, amsterdam)).toThrow(message);
});

test('a date without a zone, or in an unknown one, is left as it is', () => {
  for (const timezone of [undefined, 'Mars/Olympus']) {
    expect(() => dateTime().decode('2014-01-01 00:00:00', { timezone })).toThrow(MismatchError);
    const mismatches: never[] = [];
    expect(dateTime().read('2014-01-01 00:00:00', { timezone, mismatches })).toBe('2014-01-01 00:00:00');
    expect(mismatches).toEqual([{ path: '', expected: 'DateTime', given: '2014-01-01 00:00:00' }]);
  }
  expect(() => dateTime().decode('2014-01-01 00:00:00')).toThrow(MismatchError);
  expect(dateTime().decode('2014-01-01 00:00:00@UTC')).toEqual(new Date('2014-01-01T00:00:00Z'));
});

describe('objects', () => {
  interface Row {
    readonly id: string;
    readonly made: Date;
    readonly account: { readonly id: string };
    readonly tags?: number[];
  }
  const row = object<Row>('Row', {
    id: hash(),
    made: dateTime(),
    account: object('Account', { id: hash() }),
    tags: arrayOf(integer()),
  });
  const wire = { id: 'a', made: '1970-01-01 01:00:00', account: { id: 'b', more: { x: 1 } }, unknown: [null] };

  test('what is not declared passes through, what is missing stays missing', () => {
    const read = row.decode(wire, amsterdam);
    expect(read).toEqual({ ...wire, made: new Date(0) });
    expect(Object.keys(read)).toEqual(Object.keys(wire));
    expect(wire.made).toBe('1970-01-01 01:00:00');
    expectTypeOf(read).toEqualTypeOf<Row>();
  });

  test('contradictions are left raw and told by their path', () => {
    const mismatches: { path: string; expected: string; given: unknown }[] = [];
    const rows = [
      wire,
      'no row',
      { ...wire, tags: [1, 'two', 3, 'four'] },
      { ...wire, account: { id: 7 }, made: 'soon' },
    ];
    const read = arrayOf(row).read(rows, { ...amsterdam, mismatches });
    expect(mismatches).toEqual([
      { path: '[1]', expected: 'Row', given: 'no row' },
      { path: '[2].tags[1]', expected: 'Integer', given: 'two' },
      { path: '[2].tags[3]', expected: 'Integer', given: 'four' },
      { path: '[3].made', expected: 'DateTime', given: 'soon' },
      { path: '[3].account.id', expected: 'Hash', given: 7 },
    ]);
    expect(read[0]).toEqual({ ...wire, made: new Date(0) });
    expect(read[1]).toBe('no row');
    expect(read[3]).toEqual({ ...wire, account: { id: 7 }, made: 'soon' });
    expect(() => arrayOf(row).decode(rows, amsterdam)).toThrow(/\[1\] should be Row and is "no row", and 4 more$/);
  });

  test('what every object has is no field', () => {
    const odd = object<{ constructor?: string }>('Odd', { constructor: text() });
    expect(odd.decode({})).toEqual({});
    expect(() => odd.decode({ constructor: 1 })).toThrow('constructor should be String and is 1');
  });
});

test('a MismatchError does not tell what is secret by its name', () => {
  const type = object('Token', { token: text(), key: object('Key', { part: text() }) });
  for (const [wire, path] of [
    [{ token: 4711 }, 'token'],
    [{ key: { part: 4711 } }, 'key.part'],
  ] as const) {
    try {
      type.decode(wire);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(MismatchError);
      expect((error as Error).message).toContain(`${path} should be String and is something else`);
      expect(JSON.stringify(error)).not.toContain('4711');
      expect((error as MismatchError).mismatches).toEqual([{ path, expected: 'String', given: '[redacted]' }]);
    }
  }
});

test('a type describes itself', () => {
  expect(arrayOf(hash())).toMatchObject({
    name: 'Array of Hash',
    element: { name: 'Hash' },
    jsonSchema: { type: 'array', items: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' } },
  });
  expect(order).toMatchObject({ values: ['asc', 'desc'], jsonSchema: { type: 'string', examples: ['asc', 'desc'] } });
  expect(nullable(order)).toMatchObject({ name: 'Label or null', values: ['asc', 'desc'] });
  expect(nullable(bool()).jsonSchema).toEqual({ anyOf: [{ type: 'boolean' }, { type: 'null' }] });
  expect(object('Thing', { a: bool() })).toMatchObject({
    fields: { a: { name: 'Boolean' } },
    jsonSchema: { type: 'object', properties: { a: { type: 'boolean' } } },
  });
  expect(JSON.parse(JSON.stringify(dateTime().jsonSchema))).toEqual(dateTime().jsonSchema);
  expect('2014-01-01 00:00:00@UTC').toMatch(new RegExp(dateTime().jsonSchema['pattern'] as string));
});

test('labels stay open in their type', () => {
  expectTypeOf(order).toEqualTypeOf<DataType<Label<'asc' | 'desc'>, Label<'asc' | 'desc'>>>();
  expectTypeOf<'new'>().toExtend<Label<'asc'>>();
  expectTypeOf(arrayOf(dateTime()).decode([])).toEqualTypeOf<Date[]>();
  expectTypeOf(nullable(integer()).decode(1)).toEqualTypeOf<number | null>();
});

describe('properties', () => {
  const seconds = fc.integer({ min: -62_167_219_200, max: 253_402_300_799 });

  test('a date is written and read back to the second, whatever the zone', () => {
    fc.assert(
      fc.property(
        seconds,
        fc.nat({ max: 999 }),
        fc.constantFrom('UTC', 'Pacific/Apia', 'Nowhere'),
        (at, ms, timezone) => {
          const written = dateTime().encode(new Date(at * 1000 + ms));
          expect(dateTime().decode(written, { timezone })).toEqual(new Date(at * 1000));
        },
      ),
    );
  });

  test('numbers, truths and lists of them: what is written says the value', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(Number(integer().encode(value))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(duration().decode(duration().encode(value))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger(), { minLength: 1 }), (values) => {
        expect(arrayOf(integer()).encode(values).split(',').map(Number)).toEqual(values);
      }),
    );
  });

  test('whatever is sent, a reader gives it back or a value of its type, and never throws', () => {
    const types = [hash(), bool(), integer(), dateTime(), duration(), keywords(), arrayOf(integer()), nullable(text())];
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...types), (wire, type) => {
        const mismatches: never[] = [];
        const value = type.read(wire, { ...amsterdam, mismatches });
        if (mismatches.length > 0 && !Array.isArray(wire)) expect(value).toBe(wire);
        else if (mismatches.length > 0) expect(value).toEqual(wire);
      }),
      { numRuns: 1000 },
    );
  });

  test('a list is read by the platform as the elements that were given, or refused', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', ',', ' ', 'é') }), { maxLength: 4 }), (values) => {
        let written: string;
        try {
          written = arrayOf(text()).encode(values);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidArgumentError);
          expect(values.length === 0 || values.some((value) => value === '' || value.includes(','))).toBe(true);
          return;
        }
        expect(written.split(',')).toEqual(values);
      }),
    );
  });
});
