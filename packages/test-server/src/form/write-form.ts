import type { FormValue } from './php-array.js';

const TO_ESCAPE = /[^A-Za-z0-9._-]/g;

/** Encodes a byte string as PHP's `urlencode` does: a space is `+`, bare are letters, digits, `-`, `.` and `_`. */
export function escapeComponent(bytes: string): string {
  return bytes.replace(TO_ESCAPE, (byte) =>
    byte === ' ' ? '+' : `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function writeValue(path: string, value: FormValue, out: string[]): void {
  if (typeof value === 'string') {
    out.push(`${path}=${escapeComponent(value)}`);
    return;
  }
  for (const [key, inner] of value.entries) writeValue(`${path}%5B${escapeComponent(key)}%5D`, inner, out);
}

/**
 * Writes what PHP read from a form again, as `http_build_query(parse_str(…))` would: the canonical
 * bytes that a platform which verifies decoded pairs signs. On its own path, not through core's
 * encoder, so that a fault there is seen here.
 */
export function writeForm(variables: ReadonlyMap<string, FormValue>, without?: string): string {
  const out: string[] = [];
  for (const [name, value] of variables) {
    if (name !== without) writeValue(escapeComponent(name), value, out);
  }
  return out.join('&');
}
