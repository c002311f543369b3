import type { FieldType } from './field-type.js';
import { refuse } from './refuse.js';

// With a zone, always: a wall-clock time without one would be the machine's.
const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/;

const schema = {
  type: 'string',
  pattern: ISO.source,
  description: 'A date, as 2024-03-04T06:00:00Z, or a day (which begins in UTC).',
} as const;

/** `Date.parse` takes 30 February for 1 March. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function readTime(given: unknown, path: string): number {
  const isDate = typeof given === 'string' && ISO.test(given) && isDay(given.slice(0, 10));
  const time = isDate ? Date.parse(given) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  return refuse(path, {
    expected: 'an ISO date with its zone, as 2024-03-04T06:00:00Z, or a day, as 2024-03-04',
    given,
  });
}

/** A date, an ISO text in JSON. */
export const date: FieldType<Date> = {
  schema,
  read: (given, path) => new Date(readTime(given, path)),
  write: (value) => value.toISOString(),
};

/** Milliseconds since 1970 in the state, an ISO text in JSON. */
export const moment: FieldType<number> = {
  schema,
  read: readTime,
  write: (value) => new Date(value).toISOString(),
};
