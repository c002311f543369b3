import { assignVariable } from './assign-variable.js';
import { decodeComponent } from './decode-component.js';
import type { FormValue } from './php-array.js';

/** A form as PHP reads it, and as it was sent. */
export interface Form {
  /** As sent, a byte string. */
  readonly raw: string;
  /** What PHP makes of it: names with their last value, in the order of their first appearance. Byte strings. */
  readonly variables: ReadonlyMap<string, FormValue>;
  /** How many pairs were sent. */
  readonly pairs: number;
}

const PLAIN_NAME = /^[A-Za-z0-9-]+$/;

/** Reads a form (a query string or a body) as PHP does. */
export function readForm(raw: string): Form {
  const variables = new Map<string, FormValue>();
  let pairs = 0;
  let sign = raw.indexOf('=');
  for (let start = 0; start < raw.length;) {
    let end = raw.indexOf('&', start);
    if (end === -1) end = raw.length;
    if (end > start) {
      pairs++;
      // Looked for once for all pairs before it: for each of them, a form without one would take quadratic time.
      if (sign !== -1 && sign < start) sign = raw.indexOf('=', start);
      const split = sign === -1 || sign > end ? end : sign;
      const name = raw.slice(start, split);
      const value = split === end ? '' : decodeComponent(raw.slice(split + 1, end));
      if (PLAIN_NAME.test(name)) variables.set(name, value);
      else assignVariable(variables, decodeComponent(name), value);
    }
    start = end + 1;
  }
  return { raw, variables, pairs };
}
