import type { RecordKind, RecordKinds } from '../record-kinds.js';
import type { Json } from './field-type.js';
import { recordTypes } from './record-types.js';
import { writeFields } from './write-fields.js';

/** Writes a record as JSON, its dates as ISO texts. Keys and passwords are written as they are kept. */
export function writeRecord<Kind extends RecordKind>(
  kind: Kind,
  record: RecordKinds[Kind],
): { readonly [name: string]: Json } {
  return writeFields(recordTypes[kind].types, record);
}
