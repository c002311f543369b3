import { REDACTED, isSecretName } from '@streamone/core';
import { describeStatus } from '@streamone/core/statuses';
import { shownText } from '../form/byte-string.js';
import type { FormValue } from '../form/php-array.js';
import { readForm } from '../form/read-form.js';
import type { JournalEntry } from './journal-entry.js';
import type { JournalRecord } from './journal-record.js';

function shownValue(name: string, value: FormValue): unknown {
  if (isSecretName(name)) return value === '' ? '' : REDACTED;
  return typeof value === 'string' ? shownText(value) : shownForm(value.entries);
}

function shownForm(variables: ReadonlyMap<string, FormValue>): Record<string, unknown> {
  const shown: [string, unknown][] = [];
  for (const [bytes, value] of variables) {
    const name = shownText(bytes);
    shown.push([name, shownValue(name, value)]);
  }
  return Object.fromEntries(shown);
}

function actor(parameters: ReadonlyMap<string, FormValue>): JournalEntry['actor'] {
  const type = parameters.get('authentication_type') === 'application' ? 'application' : 'user';
  const id = parameters.get(type);
  return typeof id === 'string' ? { type, id: shownText(id) } : undefined;
}

/** Shows a record of the journal: reads its forms, masks its secrets, explains its refusal. */
export function journalView(record: JournalRecord): JournalEntry {
  const mark = record.target.indexOf('?');
  const [path, query] =
    mark === -1 ? [record.target, ''] : [record.target.slice(0, mark), record.target.slice(mark + 1)];
  const parameters = readForm(query).variables;
  return {
    id: record.id,
    time: new Date(record.time),
    method: record.method,
    path: shownText(path),
    command: record.route?.command,
    action: record.route?.action,
    actor: actor(parameters),
    parameters: shownForm(parameters),
    arguments: shownForm(readForm(record.body).variables),
    status: record.status,
    statusName: record.status === undefined ? undefined : describeStatus(record.status).name,
    httpStatus: record.httpStatus,
    durationMs: record.durationMs,
    ...(record.fault && { fault: record.fault }),
    ...(record.generated && { generated: true }),
    ...(record.refusal && { explanation: record.refusal.explain() }),
  };
}
