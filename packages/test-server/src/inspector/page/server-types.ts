import type { ShownClock } from '../../control/clock-paths.js';
import type { StateSettings } from '../../control/state-settings.js';
import type { FaultEntry, FaultOptions } from '../../faults/fault.js';
import type { JournalEntry } from '../../journal/journal-entry.js';
import type { ListedRequest, LiveRequests } from '../live-view.js';

export type { FaultEntry, FaultOptions, ShownClock, StateSettings };

/** A date goes over as a text. */
type AsJson<T extends { readonly time: Date }> = Omit<T, 'time'> & { readonly time: string };

/** A request in the list. */
export type Listed = AsJson<ListedRequest>;

/** A request with all that is known of it. */
export type Entry = AsJson<JournalEntry>;

/** What `inspector/live` answers. */
export interface LiveAnswer extends Omit<LiveRequests, 'requests'> {
  readonly run: string;
  readonly requests: readonly Listed[];
  readonly clock: ShownClock;
  readonly faults: number;
  readonly readOnly: boolean;
}

/** What `inspector/server` answers. */
export interface ServerAnswer {
  readonly scenario: string;
  readonly seed: number;
  readonly user: string;
  readonly application: string;
  readonly username: string;
  readonly account: string;
  readonly customer: string;
}

/** What `inspector/status/CODE` answers. */
export interface StatusAnswer {
  readonly code: number;
  readonly name: string;
  readonly kind: string;
  readonly meaning: string;
}

/** What `state` answers. */
export interface StateAnswer {
  readonly collections: { readonly [kind: string]: number };
  readonly settings: StateSettings;
}

/** A record of the state, secrets masked. */
export interface ShownRecord {
  readonly [field: string]: unknown;
}

/** What `state/KIND` answers. */
export interface RecordsAnswer {
  readonly count: number;
  readonly records: readonly ShownRecord[];
}

/** One of those that `snapshot` lists. */
export interface SnapshotAnswer {
  readonly id: number;
  readonly taken: string;
}
