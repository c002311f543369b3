import { encodeScalar } from '../request/argument-value.js';
import { parseWallClock } from '../time/parse-wall-clock.js';
import { readWallClock } from '../time/wall-clock.js';
import { type DataType, dataType } from './data-type.js';

const ZONED = /^([^@]+)(?:@[A-Za-z0-9_+:/-]{1,64})?$/;

function isWallClock(text: string): boolean {
  const wall = ZONED.exec(text)?.[1];
  return wall !== undefined && parseWallClock(wall) !== undefined;
}

/**
 * A moment. As an argument a `Date`, which goes out as `YYYY-MM-DD HH:MM:SS@UTC` and so depends on
 * nothing, or a wall clock as text, with `@zone` or in the request's zone. In a response a wall
 * clock in the zone that the header names, read as a `Date`; one that can't be read (no zone, a zone
 * that the machine does not know, `0000-00-00 00:00:00`) is left as it is. Source: protocol, documented.
 */
/* @__NO_SIDE_EFFECTS__ */
export function dateTime(): DataType<Date | string, Date> {
  return dataType({
    name: 'DateTime',
    expected: 'a valid Date, or "YYYY-MM-DD HH:MM:SS" with an optional "@zone"',
    jsonSchema: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(@.+)?$' },
    write: (value) => {
      if (value instanceof Date) return encodeScalar(value);
      return typeof value === 'string' && isWallClock(value) ? value : undefined;
    },
    read: (wire, reading) => (typeof wire === 'string' ? readWallClock(wire, reading.timezone ?? '') : undefined),
  });
}
