/**
 * A value as it is compared and ordered: a date by its whole second, since the API tells no finer; a
 * part that is a record of its own by its ID. `undefined` for nothing, which equals nothing.
 */
export function comparable(value: unknown): string | number | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return Math.floor(value.getTime() / 1000);
  if (typeof value === 'object' && value !== null && 'id' in value) return comparable(value.id);
  return undefined;
}

/** A value's parts, for a list; else the value alone. */
export function parts(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}
