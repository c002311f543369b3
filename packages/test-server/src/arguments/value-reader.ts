import { readWallClock } from '@streamone/core';

/** What a value is read with. */
export interface ReadingContext {
  /** IANA zone of date-times that name none. */
  readonly timezone: string;
}

/** Reads an argument's text, which is never empty; `undefined` when it is not of the type. */
export type ValueReader = (text: string, context: ReadingContext) => unknown;

const HASH = /^[A-Za-z0-9_-]{1,64}$/;
const LABEL = /^[^\s,]{1,100}$/;
const ADDRESS = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$/;
const INTEGER = /^-?\d{1,16}$/;

function matching(pattern: RegExp): ValueReader {
  return (text) => (pattern.test(text) ? text : undefined);
}

function readInteger(text: string): number | undefined {
  const value = INTEGER.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

function readZone(text: string): string | undefined {
  return readWallClock('2000-01-01 00:00:00', text) && text;
}

/** Readers by the names that the API's documents give to its data types. */
const readers: Readonly<Record<string, ValueReader>> = {
  Hash: matching(HASH),
  Label: matching(LABEL),
  URL: matching(ADDRESS),
  TimeZone: readZone,
  Boolean: (text) => (text === '1' ? true : text === '0' ? false : undefined),
  Integer: readInteger,
  Duration: (text) => (text.startsWith('-') ? undefined : readInteger(text)),
  DateTime: (text, { timezone }) => readWallClock(text, timezone),
  // Blanks around a keyword are dropped, and so are empty ones (inferred).
  'String, comma-separated': (text) =>
    text
      .split(',')
      .map((keyword) => keyword.trim())
      .filter((keyword) => keyword !== ''),
};

interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Refuses a number that is out of bounds, which are both included. */
function within(read: ValueReader, bounds: Bounds | undefined): ValueReader {
  if (bounds === undefined) return read;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = bounds;
  return (text, context) => {
    const value = read(text, context);
    return typeof value === 'number' && (value < min || value > max) ? undefined : value;
  };
}

/**
 * The reader of a data type, by its name. A list's elements are joined by commas and none may be
 * empty. A type that is not known here (a text, an IP mask, a newer one) is read as it is.
 */
export function valueReader({
  name,
  element,
  bounds,
}: {
  readonly name: string;
  readonly element?: { readonly name: string } | undefined;
  readonly bounds?: Bounds | undefined;
}): ValueReader {
  if (element === undefined) return within(readers[name] ?? ((text) => text), bounds);
  const read = valueReader(element);
  return (text, context) => {
    const values = text.split(',').map((part) => (part === '' ? undefined : read(part, context)));
    return values.includes(undefined) ? undefined : values;
  };
}
