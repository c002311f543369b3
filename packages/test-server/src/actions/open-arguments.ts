import { inputError } from '../answer/input-error.js';
import { valueReader } from '../arguments/value-reader.js';
import type { KeptFields } from '../state/list-records.js';
import { checkDate } from './check-date.js';

/** Arguments that the catalogue does not declare, read by what this server takes them for (inferred). */
export class OpenArguments {
  readonly #given: Readonly<Record<string, unknown>>;
  readonly #timezone: string;

  constructor(given: object, timezone: string) {
    this.#given = { ...given };
    this.#timezone = timezone;
  }

  /** A text: `null` where it was sent empty, `undefined` where it was not sent. */
  text(name: string): string | null | undefined {
    const value = this.#given[name];
    if (typeof value !== 'string') return undefined;
    return value === '' ? null : value;
  }

  /** An ID. @throws Refusal with 6 for a malformed one. */
  hash(name: string): string | null | undefined {
    return this.#read(name, 'Hash') as string | null | undefined;
  }

  /** Several IDs with commas between them. @throws Refusal with 6 for a malformed one. */
  hashes(name: string): readonly string[] | null | undefined {
    return this.#read(name, 'Array of Hash', { name: 'Hash' }) as readonly string[] | null | undefined;
  }

  /** A whole number. @throws Refusal with 6 for a malformed one. */
  integer(name: string): number | null | undefined {
    return this.#read(name, 'Integer') as number | null | undefined;
  }

  /** A moment. @throws Refusal with 6 for a malformed one. */
  dateTime(name: string): Date | null | undefined {
    const date = this.#read(name, 'DateTime') as Date | null | undefined;
    checkDate(name, date);
    return date;
  }

  /** What was kept of an earlier request with what this one changes: an empty argument takes its field away. */
  kept(known: readonly string[], before: KeptFields = {}): KeptFields {
    const fields = new Map(Object.entries(before));
    for (const [name, value] of Object.entries(this.#given)) {
      if (known.includes(name) || typeof value !== 'string') continue;
      if (value === '') fields.delete(name);
      else fields.set(name, value);
    }
    return Object.fromEntries(fields);
  }

  #read(name: string, type: string, element?: { readonly name: string }): unknown {
    const text = this.text(name);
    if (typeof text !== 'string') return text;
    const value = valueReader({ name: type, element })(text, { timezone: this.#timezone });
    if (value !== undefined) return value;
    throw inputError(name, `The argument "${name}" is malformed.`, { expected: type, received: text });
  }
}
