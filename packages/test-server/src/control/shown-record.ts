import { REDACTED, redact } from '@streamone/core';
import type { Json } from '../state/json/field-type.js';
import { recordTypes } from '../state/json/record-types.js';
import { writeRecord } from '../state/json/write-record.js';
import type { RecordKind, RecordKinds } from '../state/record-kinds.js';

/** A record as JSON, secrets masked. */
export type ShownRecord = Readonly<Record<string, unknown>>;

/** The names of the fields of a kind that hold secrets. */
function secretFields(kind: RecordKind): string[] {
  const types = Object.entries<{ readonly secret?: boolean }>({ ...recordTypes[kind].types });
  const names = types.flatMap(([name, { secret }]) => (secret ? [name] : []));
  // A challenge is its own ID, and who has it can answer it.
  return kind === 'challenges' ? ['id', ...names] : names;
}

/** Shows a record as JSON: no key, password, token or challenge is in it. */
export function shownRecord<Kind extends RecordKind>(kind: Kind, record: RecordKinds[Kind]): ShownRecord {
  const secret = secretFields(kind);
  const json = Object.entries<Json>(writeRecord(kind, record)).map(([name, value]): [string, unknown] => [
    name,
    value !== null && secret.includes(name) ? REDACTED : redact(value),
  ]);
  return Object.fromEntries(json);
}

/** What was sent back as it had been shown: the masks are left out, since they change nothing. */
export function withoutMasks(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== REDACTED));
}
