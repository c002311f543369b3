import { Collection } from './collection.js';
import type { StoredRecord } from './records.js';
import type { State } from './state.js';

/** All that is in a state. Records are replaced and never changed, so lists of them are enough. */
export interface StateContents {
  readonly collections: ReadonlyMap<Collection<StoredRecord>, readonly StoredRecord[]>;
  /** What is kept in maps beside the collections, as failed logins. */
  readonly maps: ReadonlyMap<Map<unknown, unknown>, readonly (readonly [unknown, unknown])[]>;
  /** The settings by name. */
  readonly settings: Readonly<Record<string, boolean | number | string>>;
}

/** Reads all that is in a state. What is reckoned from the rest, as the shelf, is left out. */
export function readContents(state: State): StateContents {
  const collections = new Map<Collection<StoredRecord>, readonly StoredRecord[]>();
  const maps = new Map<Map<unknown, unknown>, readonly (readonly [unknown, unknown])[]>();
  const settings: Record<string, boolean | number | string> = {};
  // By kind and not by name: what the state gets later on is in a snapshot without a word.
  const fields: [string, unknown][] = Object.entries(state);
  for (const [name, value] of fields) {
    if (value instanceof Collection) collections.set(value, [...value]);
    else if (value instanceof Map) {
      maps.set(value, [...value]);
      for (const held of value.values()) if (held instanceof Collection) collections.set(held, [...held]);
    } else if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') {
      settings[name] = value;
    }
  }
  return { collections, maps, settings };
}

/** Puts into a state what was read of it, in the place of all that is there. Its collections stay the same objects. */
export function replaceContents(state: State, { collections, maps, settings }: StateContents): void {
  for (const [collection, records] of collections) Collection.replaceAll(collection, records);
  for (const [map, entries] of maps) {
    map.clear();
    for (const [key, value] of entries) map.set(key, value);
  }
  Object.assign(state, settings);
}
