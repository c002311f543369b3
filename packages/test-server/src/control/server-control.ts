import type { FaultList } from '../faults/fault-list.js';
import type { Journal } from '../journal/journal.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { type SnapshotParts, createSnapshots } from '../snapshot/snapshots.js';
import { type KeptSnapshots, createKeptSnapshots } from './kept-snapshots.js';

/** What concerns the server as a whole. */
export interface ServerControl {
  /** Takes a snapshot: every record and setting, failed logins, where the seed's sequence stands, how the clock is set. */
  snapshot(): Snapshot;
  /**
   * Brings a snapshot back; it can be brought back again and again, and each time the same IDs follow.
   * Faults and the journal stay as they are.
   *
   * @throws InvalidArgumentError for what is no snapshot of this server.
   */
  restore(snapshot: Snapshot): void;
  /**
   * As when it started: the scenario under the same seed, no setting changed, the clock untouched, no
   * fault, nothing in the journal, no snapshot kept over HTTP.
   */
  reset(): void;
}

/** Control, and what is kept for those who use it over HTTP. */
export interface FullControl extends ServerControl {
  readonly kept: KeptSnapshots;
}

/** What there is to control. */
export interface ControlParts extends SnapshotParts {
  readonly faults: FaultList;
  readonly journal: Journal;
}

/** Makes the control of a server that has just been filled: what it is now is what a reset brings back. */
export function createServerControl({ faults, journal, ...parts }: ControlParts): FullControl {
  const snapshots = createSnapshots(parts);
  const started = snapshots.take();
  const kept = createKeptSnapshots();
  return {
    kept,
    snapshot: () => snapshots.take(),
    restore: (snapshot) => snapshots.restore(snapshot),
    reset() {
      snapshots.restore(started);
      faults.reset();
      journal.clear();
      kept.clear();
    },
  };
}
