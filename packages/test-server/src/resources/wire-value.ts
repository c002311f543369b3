import { type DataType, writeWallClock } from '@streamone/core';

/**
 * A kept value as it is sent: a date as a wall clock, the ID of a record where the declaration has an
 * object as that object.
 *
 * @param timezone IANA zone of dates
 */
export function wireValue(type: DataType | undefined, value: unknown, timezone: string): unknown {
  if (value instanceof Date) return writeWallClock(value, timezone);
  if (Array.isArray(value)) return value.map((each: unknown) => wireValue(type?.element, each, timezone));
  if (typeof value === 'string' && type?.fields !== undefined && Object.hasOwn(type.fields, 'id')) return { id: value };
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, wireValue(type?.fields?.[name], part, timezone)]),
  );
}
