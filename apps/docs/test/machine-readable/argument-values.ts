import { type DataType } from '@streamone/core';
import { type CatalogueEntry } from '@streamone/core/catalogue';
import fc from 'fast-check';

/** No day after the 28th: how long a month is, is what the schema does not know. */
const dates = fc
  .tuple(
    fc.constantFrom('2014', '0001', '99', '20140'),
    fc.constantFrom('01', '12', '13', '00', '1'),
    fc.constantFrom('01', '28', '00', '32'),
    fc.constantFrom(' ', 'T'),
    fc.constantFrom('00:00:00', '23:59:59', '24:00:00', '12:60:00', '12:00:60', '12:00'),
    fc.constantFrom('', '@UTC', '@Europe/Amsterdam', '@', '@a b', `@${'x'.repeat(65)}`),
  )
  .map(([year, month, day, gap, time, zone]) => `${year}-${month}-${day}${gap}${time}${zone}`);

const plausible: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Hash: fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
  String: fc.string({ unit: 'grapheme' }),
  'String, comma-separated': fc.oneof(fc.constant('a,b'), fc.array(fc.constantFrom('news', 'a b', 'a,b', ''))),
  Boolean: fc.boolean(),
  Integer: fc.oneof(fc.integer({ min: -3, max: 5 }), fc.maxSafeInteger()),
  Label: fc.constantFrom('video', 'created', 'asc', 'a'.repeat(100), 'a'.repeat(101), 'two words', 'a,b'),
  URL: fc.oneof(fc.webUrl(), fc.constantFrom('rtmp://a.example/b,c', '//a.example', 'a:', '1a:b', 'a:b c')),
  DateTime: dates,
  Duration: fc.oneof(fc.nat(), fc.constantFrom(-1, 0, 1.5)),
  TimeZone: fc.constantFrom('Europe/Amsterdam', 'UTC', 'Etc/GMT+5', 'a b', 'x'.repeat(64), 'x'.repeat(65)),
  'IP Mask': fc.constantFrom('192.0.2.0/24', '192.0.2.1,192.0.2.2', 'a b', 'x'.repeat(1001)),
};

const hostileTexts = fc.constantFrom(null, '', ' ', ',', 'a,b', 'é', '😀', 'x'.repeat(65), 'x\n');
const hostileScalars = fc.constantFrom(0, -1, 1.5, 101, 2 ** 53, -(2 ** 53), 1e21, 1e-7, true, false);
const hostileThings = fc.constantFrom<unknown[]>(
  [],
  [''],
  ['a'],
  ['a,b'],
  ['a', 'b'],
  [null],
  [[]],
  [1],
  [true],
  [2 ** 53],
  {},
  { a: 1 },
);
const hostile = fc.oneof(hostileTexts, hostileScalars, hostileThings);

function valuesOf(type: DataType): fc.Arbitrary<unknown> {
  const own = type.element === undefined ? plausible[type.name] : fc.array(valuesOf(type.element), { maxLength: 3 });
  if (own === undefined) throw new Error(`no values for the type ${type.name}`);
  return fc.oneof({ arbitrary: own, weight: 4 }, { arbitrary: hostile, weight: 1 });
}

const strangers = fc.dictionary(fc.constantFrom('neverheardof', 'a-b', 'a.b', 'a b', 'a[b', '', 'é'), hostile, {
  maxKeys: 1,
});

/** Arguments for an action: plausible ones, and some that no client may send. */
export function argumentsFor({ arguments: declared }: CatalogueEntry): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const entries = Object.entries(declared);
  const required = new Set(entries.filter(([, each]) => each.required).map(([name]) => name));
  const known = fc.record(Object.fromEntries(entries.map(([name, { type }]) => [name, valuesOf(type)])), {
    requiredKeys: [],
    noNullPrototype: true,
  });
  // Few at a time, or nearly all would be refused for one of them; those that are required mostly there.
  const few = fc
    .tuple(
      known,
      fc.subarray(
        entries.map(([name]) => name),
        { maxLength: Math.min(2, entries.length) },
      ),
      fc.nat(4),
    )
    .map(([all, some, chance]) =>
      Object.fromEntries(
        Object.entries(all).filter(([name]) => some.includes(name) || (required.has(name) && chance > 0)),
      ),
    );
  return fc
    .tuple(few, fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, strangers))
    .map(([a, b]) => ({ ...a, ...b }));
}
