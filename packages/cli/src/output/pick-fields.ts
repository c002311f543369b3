import { InvalidArgumentError } from '@streamone/node';

/** Whether a value is an object with fields: no list, no date. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/**
 * Reads `id,account.name`.
 *
 * @throws InvalidArgumentError when a name is empty or there is none.
 */
export function fieldNames(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.every((name) => /^[^.]+(\.[^.]+)*$/.test(name))) return [...new Set(names)];
  const expected = 'names of fields with commas between them, as id,title,account.name';
  throw new InvalidArgumentError({ argument: '--fields', expected, given: text });
}

/** The value at a path, as `account.name`; of a list, that of each element. */
export function fieldOf(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((each) => fieldOf(each, path));
  if (!isRecord(value)) return undefined;
  if (Object.hasOwn(value, path)) return value[path];
  const dot = path.indexOf('.');
  const first = path.slice(0, dot);
  return dot > 0 && Object.hasOwn(value, first) ? fieldOf(value[first], path.slice(dot + 1)) : undefined;
}

function pick(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => pick(each, names));
  if (!isRecord(value)) return value;
  const picked = new Map<string, unknown>();
  for (const name of names) {
    const dot = name.indexOf('.');
    if (Object.hasOwn(value, name) || dot < 0) {
      picked.set(name, value[name] ?? null);
      continue;
    }
    const first = name.slice(0, dot);
    if (picked.has(first)) continue;
    const inner = names.filter((each) => each.startsWith(`${first}.`)).map((each) => each.slice(dot + 1));
    picked.set(first, Object.hasOwn(value, first) ? pick(value[first], inner) : null);
  }
  return Object.fromEntries(picked);
}

/** A row, or each of several, with these fields alone, in this order; what a row lacks is null. */
export function pickFields(value: unknown, names: readonly string[]): unknown {
  return pick(value, names);
}

/** A row with a field for each value in it: `{ account: { id } }` becomes `{ 'account.id': … }`. */
export function flatten(row: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(row)) return { value: row };
  const flat = new Map<string, unknown>();
  const add = (value: unknown, name: string): void => {
    const inner = isRecord(value) ? Object.entries(value) : [];
    if (inner.length === 0) flat.set(name, value);
    else for (const [key, each] of inner) add(each, name === '' ? key : `${name}.${key}`);
  };
  add(row, '');
  flat.delete('');
  return Object.fromEntries(flat);
}
