import { InvalidArgumentError, redact } from '@streamone/core';
import type { NewOwnRecord, OwnRecord } from '../resources/own-record.js';
import type { Collection } from '../state/collection.js';
import { isObject } from '../state/json/is-object.js';
import type { ShownKind } from './shown-kind.js';
import { shownPage } from './shown-page.js';
import { type ShownRecord, withoutMasks } from './shown-record.js';

/** Secrets are known by their names alone: what the record holds is its declaration's affair. */
function shown(record: OwnRecord): ShownRecord {
  const copy = redact(record);
  return isObject(copy) ? copy : {};
}

function checked(json: unknown, place: string): NewOwnRecord {
  if (isObject(json)) return json;
  throw new InvalidArgumentError({ argument: place, expected: 'an object', given: json });
}

/** The records of a resource of a user's own, as JSON. */
export function shownOwnKind(command: string, records: Collection<OwnRecord, NewOwnRecord>): ShownKind {
  return {
    size: records.size,
    page: (query) => shownPage(records, query, [...new Set([...records].flatMap(Object.keys))], shown),
    get(id) {
      const record = records.get(id);
      return record && shown(record);
    },
    add: (json, place) => shown(records.add(checked(json, place), place)),
    update: (id, json) => shown(records.update(id, checked(withoutMasks(json), command))),
    remove: (id) => records.remove(id),
  };
}
