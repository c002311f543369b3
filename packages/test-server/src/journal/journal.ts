import type { Exchange } from '../answer/exchange.js';
import { Refusal } from '../answer/refusal.js';
import type { JournalEntry, JournalFilter } from './journal-entry.js';
import type { JournalRecord } from './journal-record.js';
import { journalView } from './journal-view.js';

/** What the server was asked, and answered: the last requests, oldest first. */
export interface Journal {
  /** The entries that fit a filter; all unless one is given. */
  entries(filter?: JournalFilter): JournalEntry[];
  /** Forgets all entries. */
  clear(): void;
}

/** A journal, and the end at which it is written. */
export interface RecordingJournal extends Journal {
  record(exchange: Exchange, httpStatus: number, durationMs: number): void;
}

/** Bodies and targets larger than this are not kept, so that a full journal stays small. */
const MOST_KEPT = 65_536;

function fits(entry: JournalEntry, { command, action, status, actor, after }: JournalFilter): boolean {
  return (
    (command === undefined || entry.command === command) &&
    (action === undefined || entry.action === action) &&
    (status === undefined || entry.status === status) &&
    (actor === undefined || entry.actor?.id === actor) &&
    (after === undefined || entry.id > after)
  );
}

/** Frees what a refusal of a large request holds on to. */
function settled(refusal: Refusal): Refusal {
  return new Refusal(refusal.status, refusal.explain());
}

/**
 * Makes a journal that keeps the last entries.
 *
 * @param size how many, at least 1
 * @param onRefusal told of each request that is refused with a status of the API
 */
export function createJournal(size: number, onRefusal?: (entry: JournalEntry) => void): RecordingJournal {
  let ring: JournalRecord[] = [];
  let next = 1;
  let position = 0;
  return {
    record({ request, time, route, status, refusal, fault, generated }, httpStatus, durationMs) {
      const { method, target, body } = request;
      const large = body.length > MOST_KEPT || target.length > MOST_KEPT;
      const record: JournalRecord = {
        id: next,
        time,
        method,
        target: target.length > MOST_KEPT ? '' : target,
        body: body.length > MOST_KEPT ? '' : body,
        route,
        status,
        refusal: large && refusal !== undefined ? settled(refusal) : refusal,
        fault,
        generated,
        httpStatus,
        durationMs,
      };
      ring[position] = record;
      position = (position + 1) % size;
      next++;
      if (refusal !== undefined) onRefusal?.(journalView(record));
    },
    entries(filter = {}) {
      const oldestFirst = ring.length < size ? ring : [...ring.slice(position), ...ring.slice(0, position)];
      return oldestFirst.map(journalView).filter((entry) => fits(entry, filter));
    },
    clear() {
      ring = [];
      position = 0;
    },
  };
}
