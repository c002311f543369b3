import { type DataType, dataType } from './data-type.js';

/** The bounds of an argument, both included. */
export interface IntegerBounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** A whole number, within the range that JavaScript holds exactly. Source: protocol, observed. */
/* @__NO_SIDE_EFFECTS__ */
export function integer(bounds: IntegerBounds = {}): DataType<number, number> {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = bounds;
  const range = [
    bounds.min === undefined ? '' : ` of at least ${min}`,
    bounds.max === undefined ? '' : ` of at most ${max}`,
  ];
  return dataType({
    name: 'Integer',
    expected: `a whole number${range.filter(Boolean).join(' and')}`,
    ...((bounds.min !== undefined || bounds.max !== undefined) && { bounds }),
    jsonSchema: { type: 'integer' },
    write: (value) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
        ? String(value)
        : undefined,
    read: (wire) => (typeof wire === 'number' && Number.isInteger(wire) ? wire : undefined),
  });
}
