import type { NewRecords, RecordKind } from '../record-kinds.js';
import type { FieldTypes } from './field-type.js';
import { listTypes } from './list-types.js';
import { mediaTypes } from './media-types.js';
import { peopleTypes } from './people-types.js';
import { sessionTypes } from './session-types.js';

/** How the records of a kind are written as JSON. */
export interface RecordType<Kind extends RecordKind> {
  readonly types: FieldTypes<NewRecords[Kind]>;
  /** The fields that must be there; the rest is filled in when the record is added. */
  readonly required: readonly (keyof NewRecords[Kind] & string)[];
}

/** Every kind of records in the order in which they can be added: what others refer to comes first. */
export const recordTypes: { readonly [Kind in RecordKind]: RecordType<Kind> } = {
  ...peopleTypes,
  ...mediaTypes,
  ...listTypes,
  ...sessionTypes,
};

/** The names of the kinds, in that order. */
export const recordKinds: readonly RecordKind[] = [
  'customers',
  'accounts',
  'roles',
  'services',
  'users',
  'applications',
  'livestreams',
  'securityprofiles',
  'items',
  'playlists',
  'metadatakeys',
  'recordschedules',
  'uploadtokens',
  'files',
  'challenges',
  'sessions',
];
