import { InvalidArgumentError } from '@streamone/core';
import type { Snapshot } from '../snapshot/snapshot.js';

/** Snapshots that were taken over HTTP. They stay in the server: what is in them is never shown. */
export interface KeptSnapshots {
  /** Keeps one and gives its ID, which counts up from 1. @throws InvalidArgumentError when there are too many. */
  keep(snapshot: Snapshot): number;
  get(id: number): Snapshot | undefined;
  entries(): IterableIterator<[number, Snapshot]>;
  remove(id: number): boolean;
  clear(): void;
}

/** Each holds on to the records of its time. */
const MOST = 50;

/** Makes an empty keeping place. */
export function createKeptSnapshots(): KeptSnapshots {
  const kept = new Map<number, Snapshot>();
  let next = 1;
  return {
    keep(snapshot) {
      if (kept.size >= MOST) {
        throw new InvalidArgumentError({
          argument: 'snapshot',
          expected: `at most ${MOST} snapshots`,
          given: MOST + 1,
          advice: 'Remove those that are no longer wanted: DELETE /__streamone/snapshot/ID.',
        });
      }
      kept.set(next, snapshot);
      return next++;
    },
    get: (id) => kept.get(id),
    entries: () => kept.entries(),
    remove: (id) => kept.delete(id),
    clear: () => kept.clear(),
  };
}
