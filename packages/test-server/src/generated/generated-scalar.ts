import { type DataType, writeWallClock } from '@streamone/core';
import type { SeededRandom } from '../random/seeded-random.js';
import { typeName } from '../resources/type-name.js';
import { draw, oneOf } from './draw.js';
import { fits } from './fits.js';
import { anyId } from './generated-ids.js';
import { generatedText, generatedTitle, generatedWord } from './generated-text.js';
import type { RowSource } from './row-source.js';

/** What a value is made for. */
interface Place {
  readonly type: DataType;
  readonly field: string;
  readonly source: RowSource;
  readonly random: SeededRandom;
}

const ZONES = ['Europe/Amsterdam', 'Europe/London', 'America/New_York', 'Asia/Tokyo'] as const;
const LABELS = ['basic', 'standard', 'extended'] as const;
const FIRST_DATE = Date.UTC(2015, 0, 1) / 1000;
const LAST_DATE = Date.UTC(2024, 0, 1) / 1000;
const YEAR = 365 * 86_400;

/** A row was made before anything else happened to it. */
function generatedDate({ field, random, source: { seed, entity, id } }: Place): Date {
  const made = draw(seed, entity, String(id), 'made').integer(FIRST_DATE, LAST_DATE);
  return new Date((field === 'datecreated' ? made : made + random.integer(60, YEAR)) * 1000);
}

function generatedInteger({ type: { bounds }, random }: Place): number {
  const { min = Math.min(0, bounds?.max ?? 0), max = Math.max(1000, min + 1000) } = bounds ?? {};
  return random.integer(min, max);
}

function generatedLabel({ type: { values = [] }, random }: Place): string {
  const [first, ...rest] = values;
  return oneOf(random, first === undefined ? LABELS : [first, ...rest]);
}

const makers: ReadonlyMap<string, (place: Place) => unknown> = new Map(
  Object.entries<(place: Place) => unknown>({
    Hash: ({ field, source }) => (field === 'id' ? source.id : anyId(source, field, undefined)),
    String: ({ field, random }) => generatedText(field, random),
    Label: generatedLabel,
    URL: ({ field, source: { url, entity, id } }) => `${url}/generated/${entity}/${id}/${field}`,
    Boolean: ({ random }) => random.integer(0, 1) === 1,
    Integer: generatedInteger,
    Duration: ({ random }) => random.integer(10, 7200),
    DateTime: (place) => writeWallClock(generatedDate(place), place.source.timezone),
    TimeZone: ({ random }) => oneOf(random, ZONES),
    'IP Mask': () => '192.0.2.0/24',
    'String, comma-separated': ({ random }) => [...new Set([generatedWord(random), generatedWord(random)])],
    'not known': () => null,
  }),
);

/** A value of a type of somebody's own: the first of each kind of JSON that it takes; `undefined` where it takes none. */
function anyValue({ type, random, source }: Place): unknown {
  const text = type.values?.[0] ?? generatedTitle(random);
  const candidates = [text, random.integer(1, 1000), true, [], {}, '1', '2020-01-01 12:00:00', null];
  return candidates.find((candidate) => fits(type, candidate, source.timezone));
}

/** A value of a type that has no parts; `undefined` where none can be found. */
export function generatedScalar(type: DataType, field: string, source: RowSource): unknown {
  const place: Place = { type, field, source, random: draw(source.seed, source.entity, String(source.id), field) };
  const value = makers.get(typeName(type))?.(place);
  // Names of types are free: what is made by one must hold by the type itself.
  return value !== undefined && fits(type, value, source.timezone) ? value : anyValue(place);
}
