import type { Exchange } from '../answer/exchange.js';
import type { ServerClock } from '../clock/server-clock.js';
import { explainHttpRefusal } from '../explain/explain-http-refusal.js';
import type { Explanation } from '../explain/explanation.js';
import { shortened } from '../explain/shortened.js';
import type { HmacSha1 } from '../hmac/hmac-sha1.js';
import { maskedExplanation } from '../redaction/masked-explanation.js';
import type { Mask, Redaction } from '../redaction/redaction.js';
import type { JournalEntry } from './journal-entry.js';
import { type JournalFilter, checkJournalFilter } from './journal-filter.js';
import type { JournalNote } from './journal-note.js';
import type { JournalRecord } from './journal-record.js';
import { recordFits } from './record-fits.js';
import { createRecordRing } from './record-ring.js';
import { journalView } from './journal-view.js';

/** What the server was asked, and answered: the last requests, oldest first. */
export interface Journal {
  /**
   * The entries that fit a filter; all unless one is given.
   *
   * @throws InvalidArgumentError for a filter that makes no sense.
   */
  entries(filter?: JournalFilter): JournalEntry[];
  /** The entry of an ID; `undefined` where it is forgotten or never was. */
  entry(id: number): JournalEntry | undefined;
  /** Forgets all entries. */
  clear(): void;
}

/** A journal, and the ends at which it is written. */
export interface RecordingJournal extends Journal {
  /** Takes down a request of the API. */
  record(exchange: Exchange, httpStatus: number, durationMs: number): void;
  /**
   * Takes down a request beside the API: an upload, a media link. Control (`/__streamone/…`) is not
   * noted, since whoever looks at the journal would fill it by looking.
   */
  note(note: JournalNote): void;
  /** ID of the oldest entry that is still kept, without making a view of it. */
  oldest(): number | undefined;
}

/** What a journal is made with. */
export interface JournalOptions {
  /** How many entries are kept, at least 1. */
  readonly size: number;
  /** For the time of notes. */
  readonly clock: ServerClock;
  /** For telling which form of a string to sign was signed. */
  readonly hmac: HmacSha1;
  /** Masks the secrets in what is shown. */
  readonly redaction: Redaction;
  /** Told of each request that is refused. */
  readonly onRefusal?: ((entry: JournalEntry) => void) | undefined;
}

/** Bodies and targets larger than this are not kept, so that a full journal stays small. */
const MOST_KEPT = 65_536;

/** What the targets and bodies of all entries may come to: 64 MiB. Past that the oldest entries are forgotten earlier. */
const MOST_TEXT = 67_108_864;

function explainer({ request, refusal, progress, fault }: Exchange, httpStatus: number): JournalRecord['explain'] {
  if (refusal !== undefined) return refusal.explain;
  // What was answered before its first step was refused by HTTP alone, or by a fault.
  return progress.step === 'request' ? () => explainHttpRefusal(request, httpStatus, fault) : undefined;
}

/** Frees what the explanation of a large request holds on to. */
function settled(explain: () => Explanation, mask: Mask): () => Explanation {
  // Masked before it is cut: what is left of a secret is not found.
  const explanation = shortened(maskedExplanation(explain(), mask));
  return () => explanation;
}

/** Makes a journal that keeps the last entries. */
export function createJournal({ size, clock, hmac, redaction, onRefusal }: JournalOptions): RecordingJournal {
  const ring = createRecordRing(size, MOST_TEXT);
  const looking = { hmac, redaction };
  let next = 1;
  const keep = (record: JournalRecord): void => {
    ring.add(record);
    next++;
    if (record.explain !== undefined) onRefusal?.(journalView(record, looking));
  };
  return {
    record(exchange, httpStatus, durationMs) {
      const { request, time, route, status, progress, fault, generated } = exchange;
      const { method, target, body } = request;
      const large = body.length > MOST_KEPT || target.length > MOST_KEPT;
      const explain = explainer(exchange, httpStatus);
      keep({
        id: next,
        time,
        method,
        target: target.length > MOST_KEPT ? '' : target,
        body: body.length > MOST_KEPT ? '' : body,
        route,
        status,
        explain: large && explain !== undefined ? settled(explain, redaction(request)) : explain,
        progress,
        fault,
        generated,
        httpStatus,
        durationMs,
        note: undefined,
      });
    },
    note(note) {
      const { method, target, explanation, httpStatus, durationMs } = note;
      keep({
        id: next,
        time: clock.now(),
        method,
        target: target.length > MOST_KEPT ? '' : target,
        body: '',
        route: undefined,
        status: undefined,
        explain: explanation && (() => explanation),
        progress: undefined,
        fault: undefined,
        generated: false,
        httpStatus,
        durationMs,
        note,
      });
    },
    entries(filter = {}) {
      checkJournalFilter(filter);
      const fitting = ring.all().filter((record) => recordFits(record, filter));
      const { limit = fitting.length } = filter;
      return fitting.slice(Math.max(0, fitting.length - limit)).map((record) => journalView(record, looking));
    },
    entry(id) {
      const record = ring.all().find((kept) => kept.id === id);
      return record && journalView(record, looking);
    },
    oldest: () => ring.oldest()?.id,
    clear: () => ring.clear(),
  };
}
