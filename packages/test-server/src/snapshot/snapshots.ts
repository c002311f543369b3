import { InvalidArgumentError } from '@streamone/core';
import type { ClockSetting, KeptClock } from '../clock/server-clock.js';
import type { SeededRandom } from '../random/seeded-random.js';
import { type StateContents, readContents, replaceContents } from '../state/state-contents.js';
import type { State } from '../state/state.js';
import type { Snapshot } from './snapshot.js';

/** Takes snapshots of a server, and brings them back. */
export interface Snapshots {
  take(): Snapshot;
  /** @throws InvalidArgumentError for what is no snapshot of this server. */
  restore(snapshot: Snapshot): void;
}

/** What a snapshot is taken of. */
export interface SnapshotParts {
  readonly state: State;
  readonly random: SeededRandom;
  readonly clock: KeptClock;
}

interface Kept {
  readonly contents: StateContents;
  readonly position: number;
  readonly clock: ClockSetting;
}

/**
 * Makes the taking of snapshots. Of the clock its setting is kept, not the hour: a clock that ran
 * along with the real one does so again, so that clients who go by the real one are not out of time.
 */
export function createSnapshots({ state, random, clock }: SnapshotParts): Snapshots {
  const taken = new WeakMap<Snapshot, Kept>();
  return {
    take() {
      const snapshot: Snapshot = Object.freeze({ taken: new Date(clock.now()) });
      taken.set(snapshot, { contents: readContents(state), position: random.position, clock: clock.setting });
      return snapshot;
    },
    restore(snapshot) {
      const kept = taken.get(snapshot);
      if (kept === undefined) {
        throw new InvalidArgumentError({
          argument: 'snapshot',
          expected: 'what snapshot() of this very server gave',
          given: snapshot,
        });
      }
      replaceContents(state, kept.contents);
      random.position = kept.position;
      clock.setting = kept.clock;
    },
  };
}
