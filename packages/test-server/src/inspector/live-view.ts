import type { RecordingJournal } from '../journal/journal.js';
import type { JournalEntry } from '../journal/journal-entry.js';

/** A request as the list of the inspector shows it: without what takes time to work out. */
export interface ListedRequest extends Pick<
  JournalEntry,
  'id' | 'time' | 'method' | 'path' | 'status' | 'statusName' | 'httpStatus' | 'durationMs' | 'generated'
> {
  readonly command?: string | undefined;
  readonly action?: string | undefined;
  readonly actor?: JournalEntry['actor'];
  /** Whether there is an explanation. */
  readonly refused: boolean;
  /** Whether a fault that was ordered happened. */
  readonly faulted: boolean;
}

/** What changed in the journal since somebody looked. */
export interface LiveRequests {
  /** The oldest entry that the journal still has; `null` where it has none. What is older can be taken off a list. */
  readonly oldest: number | null;
  /** The new ones, oldest first. */
  readonly requests: readonly ListedRequest[];
}

/** So many are shown at once: more than anybody looks through. */
const MOST = 2000;

function listed(entry: JournalEntry): ListedRequest {
  const { id, time, method, path, command, action, actor, status, statusName, httpStatus, durationMs } = entry;
  return {
    id,
    time,
    method,
    // A path may have 16 KiB; the details show all of it.
    path: path.slice(0, 200),
    command,
    action,
    actor,
    status,
    statusName,
    httpStatus,
    durationMs,
    ...(entry.generated && { generated: true }),
    // The explanation itself is not looked at: it would be worked out.
    refused: 'explanation' in entry,
    faulted: entry.fault !== undefined,
  };
}

/** The requests after the one with an ID, for a list; of many the last ones. */
export function liveRequests(journal: RecordingJournal, after: number): LiveRequests {
  return { oldest: journal.oldest() ?? null, requests: journal.entries({ after, limit: MOST }).map(listed) };
}
