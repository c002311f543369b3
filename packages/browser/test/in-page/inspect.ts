function show(value: unknown, seen: Set<unknown>): string {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  const shown = Reflect.ownKeys(value).map((key) => {
    try {
      return `${String(key)}: ${show(Reflect.get(value, key), seen)}`;
    } catch {
      // Some of a function's can't be read.
      return String(key);
    }
  });
  const listed = value instanceof Map || value instanceof Set ? [...value].map((one) => show(one, seen)) : [];
  return `${Object.prototype.toString.call(value)} {${[...shown, ...listed].join(', ')}}`;
}

/** All that a page can see of a value, members that are not listed too, in the place of Node's `inspect`. */
export function inspect(value: unknown): string {
  return show(value, new Set());
}
