import { type DataType, writeWallClock } from '@streamone/core';
import { draw } from './draw.js';
import { fits } from './fits.js';
import type { RowSource } from './row-source.js';

/** The least and the greatest value that a request asks for, both included. */
export interface Bounds {
  readonly min?: unknown;
  readonly max?: unknown;
}

function inSeconds(value: unknown): number | undefined {
  if (value instanceof Date) return Math.floor(value.getTime() / 1000);
  return typeof value === 'number' ? value : undefined;
}

// The years that a date can be shown of in every zone, in seconds.
const EARLIEST = Date.UTC(1000, 0, 2) / 1000;
const LATEST = Date.UTC(9999, 11, 30) / 1000;

/** A value within bounds: the one that is there if it is, else one that is drawn between them. */
export function bounded(type: DataType, value: unknown, bounds: Bounds, source: RowSource, field: string): unknown {
  const { seed, entity, id, timezone } = source;
  const dated = bounds.min instanceof Date || bounds.max instanceof Date;
  const span = dated ? 30 * 86_400 : 100;
  const [min, max] = [inSeconds(bounds.min), inSeconds(bounds.max)];
  const least = min ?? Math.max((max ?? 0) - span, dated ? EARLIEST : Number.MIN_SAFE_INTEGER);
  const greatest = Math.max(least, max ?? Math.min(least + span, dated ? LATEST : Number.MAX_SAFE_INTEGER));
  const present = fits(type, value, timezone) ? inSeconds(type.decode(value, { timezone })) : undefined;
  if (present !== undefined && present >= (min ?? -Infinity) && present <= (max ?? Infinity)) return value;
  const drawn = draw(seed, entity, String(id), field, 'within').integer(least, greatest);
  return dated ? writeWallClock(new Date(drawn * 1000), timezone) : drawn;
}
