import type { JournalFilter } from './journal-filter.js';
import type { JournalRecord } from './journal-record.js';
import { recordActor } from './record-actor.js';

/** Whether a record fits a filter. No view of it is made: most entries are sorted out here. */
export function recordFits(record: JournalRecord, filter: JournalFilter): boolean {
  const { command, action, status, actor, refused, after, before } = filter;
  const named = record.note ?? record.route;
  return (
    (command === undefined || named?.command === command) &&
    (action === undefined || named?.action === action) &&
    (status === undefined || record.status === status) &&
    (refused === undefined || (record.explain !== undefined) === refused) &&
    (after === undefined || record.id > after) &&
    (before === undefined || record.id < before) &&
    (actor === undefined || recordActor(record)?.id === actor)
  );
}
