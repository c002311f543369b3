import { REDACTED, isSecretName } from '@streamone/core';
import { describeStatus } from '@streamone/core/statuses';
import { shownJson } from '../explain/shown-body.js';
import { bodyKind } from '../form/body-kind.js';
import { shownText } from '../form/byte-string.js';
import type { FormValue } from '../form/php-array.js';
import { readForm } from '../form/read-form.js';
import type { HmacSha1 } from '../hmac/hmac-sha1.js';
import type { JournalEntry } from './journal-entry.js';
import type { JournalRecord } from './journal-record.js';
import { queryVariables, recordActor } from './record-actor.js';
import { recordParts, verification } from './verification.js';
import { expectedString } from '../explain/expected-string.js';

type Shown = Readonly<Record<string, unknown>>;

function shownValue(name: string, value: FormValue): unknown {
  if (isSecretName(name)) return value === '' ? '' : REDACTED;
  return typeof value === 'string' ? shownText(value) : shownForm(value.entries);
}

function shownForm(variables: ReadonlyMap<string, FormValue>): Shown {
  const shown: [string, unknown][] = [];
  for (const [bytes, value] of variables) {
    const name = shownText(bytes);
    shown.push([name, shownValue(name, value)]);
  }
  return Object.fromEntries(shown);
}

function masked(fields: Shown): Shown {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, isSecretName(name) && value !== '' ? REDACTED : value]),
  );
}

/** A body that is no form has no arguments; the fields of JSON are shown all the same. */
function shownArguments({ note, body }: JournalRecord): Shown {
  if (note !== undefined) return masked(note.arguments ?? {});
  const kind = bodyKind(body);
  if (kind === 'form') return shownForm(readForm(body).variables);
  const json = kind === 'JSON' ? shownJson(body)?.value : undefined;
  return typeof json === 'object' && json !== null ? Object.fromEntries(Object.entries(json)) : {};
}

function lazily<Name extends keyof JournalEntry>(entry: JournalEntry, name: Name, get: () => JournalEntry[Name]): void {
  Object.defineProperty(entry, name, { get, enumerable: true, configurable: true });
}

/**
 * Shows a record of the journal: reads its forms, masks its secrets. What takes longer, as why a
 * signature is wrong, is worked out when it is looked at.
 */
export function journalView(record: JournalRecord, hmac: HmacSha1): JournalEntry {
  const { note, route, status, target, explain } = record;
  const parts = recordParts(record);
  const entry: JournalEntry = {
    id: record.id,
    time: new Date(record.time),
    method: record.method,
    path: shownText(target.split('?', 1)[0] ?? ''),
    command: (note ?? route)?.command,
    action: (note ?? route)?.action,
    actor: recordActor(record),
    parameters: shownForm(queryVariables(target)),
    arguments: shownArguments(record),
    status,
    statusName: status === undefined ? undefined : describeStatus(status).name,
    httpStatus: record.httpStatus,
    durationMs: record.durationMs,
    ...(record.fault && { fault: record.fault }),
    ...(record.generated && { generated: true }),
    get verification() {
      return verification(record, parts, hmac);
    },
  };
  if (explain !== undefined) lazily(entry, 'explanation', explain);
  if (parts !== undefined) lazily(entry, 'stringToSign', () => expectedString(parts));
  return entry;
}
