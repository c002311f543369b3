import type { FieldType } from './field-type.js';
import { refuse } from './refuse.js';

// With a zone, always: a wall-clock time without one would be the machine's.
const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/;

const schema = {
  type: 'string',
  pattern: ISO.source,
  description: 'A date, as 2024-03-04T06:00:00Z, or a day (which begins in UTC).',
} as const;

function readTime(given: unknown, path: string): number {
  const time = typeof given === 'string' && ISO.test(given) ? Date.parse(given) : Number.NaN;
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
