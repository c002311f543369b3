import { describeStatus } from '@streamone/core/statuses';
import { expectedString } from '../explain/expected-string.js';
import { shownJson } from '../explain/shown-body.js';
import { bodyKind } from '../form/body-kind.js';
import { shownText } from '../form/byte-string.js';
import { readForm } from '../form/read-form.js';
import type { HmacSha1 } from '../hmac/hmac-sha1.js';
import { maskedExplanation } from '../redaction/masked-explanation.js';
import { maskedFields } from '../redaction/masked-fields.js';
import type { Mask, Redaction } from '../redaction/redaction.js';
import type { JournalEntry } from './journal-entry.js';
import type { JournalRecord } from './journal-record.js';
import { queryVariables, recordActor } from './record-actor.js';
import { shownForm } from './shown-form.js';
import { recordParts, verification } from './verification.js';

/** A body that is no form has no arguments; the fields of JSON are shown all the same. */
function argumentsOf({ note, body }: JournalRecord): object {
  if (note !== undefined) return note.arguments ?? {};
  const kind = bodyKind(body);
  if (kind === 'form') return shownForm(readForm(body).variables);
  const json = kind === 'JSON' ? shownJson(body)?.value : undefined;
  return typeof json === 'object' && json !== null ? json : {};
}

function actorOf(record: JournalRecord, mask: Mask): JournalEntry['actor'] {
  const actor = recordActor(record);
  return actor && { type: actor.type, id: mask.text(actor.id) };
}

function lazily<Name extends keyof JournalEntry>(entry: JournalEntry, name: Name, get: () => JournalEntry[Name]): void {
  Object.defineProperty(entry, name, { get, enumerable: true, configurable: true });
}

/** What a record is looked at with. */
export interface Looking {
  readonly hmac: HmacSha1;
  readonly redaction: Redaction;
}

/**
 * Shows a record of the journal: reads its forms, masks its secrets. What takes longer, as why a
 * signature is wrong, is worked out when it is looked at.
 */
export function journalView(record: JournalRecord, { hmac, redaction }: Looking): JournalEntry {
  const { note, route, status, target, explain, fault } = record;
  const { command, action } = note ?? route ?? {};
  const parts = recordParts(record);
  const mask = redaction(record);
  const entry: JournalEntry = {
    id: record.id,
    time: new Date(record.time),
    method: mask.text(record.method),
    // Where a client forgot the "?", the parameters are in the path.
    path: mask.text(shownText(target.split('?', 1)[0] ?? '')),
    command: command && mask.text(command),
    action: action && mask.text(action),
    actor: actorOf(record, mask),
    parameters: maskedFields(shownForm(queryVariables(target)), mask),
    arguments: maskedFields(argumentsOf(record), mask),
    status,
    statusName: status === undefined ? undefined : describeStatus(status).name,
    httpStatus: record.httpStatus,
    durationMs: record.durationMs,
    ...(fault && { fault: { ...fault, ...(fault.actor !== undefined && { actor: mask.text(fault.actor) }) } }),
    ...(record.generated && { generated: true }),
    ...(record.progress?.mismatches && { mismatches: record.progress.mismatches.map((text) => mask.text(text)) }),
    get verification() {
      return verification(record, parts, hmac).map(({ detail, ...step }) => ({
        ...step,
        ...(detail !== undefined && { detail: mask.text(detail) }),
      }));
    },
  };
  if (explain !== undefined) lazily(entry, 'explanation', () => maskedExplanation(explain(), mask));
  if (parts !== undefined) lazily(entry, 'stringToSign', () => mask.signed(expectedString(parts)));
  return entry;
}
