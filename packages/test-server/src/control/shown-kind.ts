import { addRecord, updateRecord } from '../state/json/add-record.js';
import { recordKinds, recordTypes } from '../state/json/record-types.js';
import type { RecordKind } from '../state/record-kinds.js';
import type { RecordCollection, RecordCollections, State } from '../state/state.js';
import { ControlError } from './control-error.js';
import { shownOwnKind } from './shown-own-kind.js';
import { type ShownPage, shownPage } from './shown-page.js';
import { type ShownRecord, shownRecord, withoutMasks } from './shown-record.js';

/** The records of one kind, as JSON. Each method throws InvalidArgumentError for what makes no sense. */
export interface ShownKind {
  readonly size: number;
  page(query: URLSearchParams): ShownPage;
  get(id: string): ShownRecord | undefined;
  /** @param place what errors call the record */
  add(json: unknown, place: string): ShownRecord;
  update(id: string, json: unknown): ShownRecord;
  remove(id: string): void;
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it ties a record to its kind
function shownKind<Kind extends RecordKind>(state: State, kind: Kind): ShownKind {
  const collections: RecordCollections = state;
  const records: RecordCollection<Kind> = collections[kind];
  return {
    size: records.size,
    page: (query) =>
      shownPage(records, query, Object.keys(recordTypes[kind].types), (record) => shownRecord(kind, record)),
    get(id) {
      const record = records.get(id);
      return record && shownRecord(kind, record);
    },
    add: (json, place) => shownRecord(kind, addRecord(state, kind, json, place)),
    update: (id, json) => shownRecord(kind, updateRecord(state, kind, id, withoutMasks(json), kind)),
    remove: (id) => records.remove(id),
  };
}

/** The names of all kinds of records: the server's, and those of resources of a user's own, by their commands. */
export function kindNames(state: State): readonly string[] {
  return [...recordKinds, ...state.own.keys()];
}

/** Finds a kind of records by its name. @throws ControlError with 404, naming those that there are. */
export function findKind(state: State, name = ''): ShownKind {
  const kind = recordKinds.find((known) => known === name);
  if (kind !== undefined) return shownKind(state, kind);
  const own = state.own.get(name);
  if (own !== undefined) return shownOwnKind(name, own);
  const names = kindNames(state).join(', ');
  throw new ControlError(404, `There are no ${JSON.stringify(name)} in the state. There are: ${names}.`);
}
