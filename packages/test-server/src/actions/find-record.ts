import { inputError } from '../answer/input-error.js';
import { Refusal } from '../answer/refusal.js';
import type { Collection } from '../state/collection.js';
import type { StoredRecord } from '../state/records.js';

/** What is looked for. */
export interface Sought<T> {
  /** The argument that names it, and what it is called: `playlist`. */
  readonly argument: string;
  /** The argument's value; missing or unset is refused with status 6. */
  readonly id: string | null | undefined;
  /** The status when it is not there. */
  readonly status: number;
  /** Whether it is one that this request may reach; any is, unless given. */
  readonly fits?: (record: T) => boolean;
}

/**
 * Finds the record that an argument names. One out of reach is as good as none (inferred): only the
 * explanation tells the two apart.
 *
 * @throws Refusal with 6 when the argument is missing (inferred), else with the status given.
 */
export function findRecord<T extends StoredRecord>(collection: Collection<T>, sought: Sought<NoInfer<T>>): T {
  const { argument, id, status, fits } = sought;
  if (id === undefined || id === null) throw inputError(argument, `The argument "${argument}" is missing.`);
  const record = collection.get(id);
  if (record !== undefined && (fits?.(record) ?? true)) return record;
  throw new Refusal(status, {
    summary:
      record === undefined
        ? `There is no ${argument} "${id}".`
        : `The ${argument} "${id}" exists, but is not this request's to reach: it belongs to somebody or somewhere else.`,
    argument,
    received: id,
  });
}
