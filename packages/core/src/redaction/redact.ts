import { REDACTED, redactText } from './redact-text.js';
import { isSecretName } from './secret-names.js';

const DEEPEST = 12;
/** What is copied at most: a log wants no more, and what refers to itself many times would never end. */
const MOST_VALUES = 10_000;

/** Classes whose content is pairs behind an iterator, by their tag: the core has no DOM types. */
const PAIRED = new Set(['Map', 'Headers', 'URLSearchParams', 'FormData']);

interface Walk {
  /** The objects that the one at hand lies in. */
  readonly within: Set<object>;
  left: number;
}

function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

function copyFields(fields: Iterable<readonly [unknown, unknown]>, walk: Walk): Record<string, unknown> {
  const copies: [string, unknown][] = [];
  for (const [key, field] of fields) {
    if (walk.left <= 0) break;
    const name = String(key);
    const hide = isSecretName(name) && field !== null && field !== undefined && field !== '';
    copies.push([name, hide ? REDACTED : copy(field, walk)]);
  }
  return Object.fromEntries(copies);
}

/** The fields of an object, one that can't be read told so. */
function* fieldsOf(value: object): Iterable<readonly [string, unknown]> {
  for (const name of Object.keys(value)) {
    let field: unknown;
    try {
      field = (value as Record<string, unknown>)[name];
    } catch {
      field = '[unreadable]';
    }
    yield [name, field];
  }
}

/** Of a foreign error only what tells what happened: its other fields may be whole requests. */
function* fieldsOfError(error: Error & { readonly code?: unknown }): Iterable<readonly [string, unknown]> {
  yield ['name', error.name];
  yield ['message', error.message];
  if (typeof error.code === 'string') yield ['code', error.code];
  if (error.cause !== undefined) yield ['cause', error.cause];
}

function copyObject(value: object, walk: Walk): unknown {
  if (value instanceof Date) return value;
  if (value instanceof Error) return copyFields(fieldsOfError(value), walk);
  const tag = tagOf(value);
  if (PAIRED.has(tag)) return copyFields(value as Iterable<readonly [unknown, unknown]>, walk);
  if (Array.isArray(value) || tag === 'Set') {
    return Array.from(value as Iterable<unknown>, (element) => (walk.left > 0 ? copy(element, walk) : undefined));
  }
  if (ArrayBuffer.isView(value) || tag === 'ArrayBuffer') {
    return `[${(value as { readonly byteLength: number }).byteLength} bytes]`;
  }
  const { toJSON } = value as { readonly toJSON?: unknown };
  if (typeof toJSON === 'function') return copy(toJSON.call(value), walk);
  return copyFields(fieldsOf(value), walk);
}

function copy(value: unknown, walk: Walk): unknown {
  walk.left--;
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (typeof value !== 'object' || value === null) return value;
  if (walk.within.has(value)) return '[circular]';
  if (walk.within.size >= DEEPEST) return '[deeper]';
  if (walk.left <= 0) return '[more]';
  walk.within.add(value);
  try {
    return copyObject(value, walk);
  } catch {
    return '[unreadable]';
  } finally {
    walk.within.delete(value);
  }
}

/**
 * A copy of a value in which no field with the name of a secret is left readable, and no text with
 * one in it; plain data that `JSON.stringify` takes. It never throws and ends soon: what lies deeper
 * than 12, refers to itself or comes after 10,000 values is left out.
 */
export function redact(value: unknown): unknown {
  return copy(value, { within: new Set(), left: MOST_VALUES });
}
