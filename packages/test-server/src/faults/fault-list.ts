import { InvalidArgumentError } from '@streamone/core';
import type { SeededRandom } from '../random/seeded-random.js';
import { checkFault } from './check-fault.js';
import type { FaultEntry, FaultOptions } from './fault.js';
import type { FaultSubject } from './fault-subject.js';

/** The faults that a test has ordered. */
export interface Faults {
  /**
   * Orders a fault. Of several that fit a request the first happens.
   *
   * @returns takes it back
   * @throws InvalidArgumentError for an option that makes no sense, a command or action that the server does not have, or when 1000 are waiting already.
   */
  add(fault: FaultOptions): () => void;
  /** Those that may still happen, in the order in which they were added. */
  entries(): FaultEntry[];
  /** Takes all back. */
  clear(): void;
}

/** The faults, and the end at which they happen. */
export interface FaultList extends Faults {
  /** Whether there are none. */
  readonly empty: boolean;
  /**
   * The fault that happens to a request, if any; it counts as having happened. A request of the API
   * is taken by its command and action; a web route takes for itself, as an upload does with
   * `take({ command: 'upload', action: '' })`, and lets it happen by `webFault`.
   */
  take(subject: FaultSubject): FaultOptions | undefined;
  /** Orders several at once, all or none, and gives their IDs. @throws InvalidArgumentError as `add` does. */
  order(faults: readonly unknown[], place?: string): number[];
  /** Takes one back. False where no fault ever had this ID; one that has happened often enough is gone by itself. */
  remove(id: number): boolean;
  /** Takes all back, and begins the sequence of chances anew. */
  reset(): void;
}

interface Ordered {
  readonly fault: FaultOptions;
  waiting: number;
  happened: number;
}

/** How many may be waiting: each request is held against each. */
const MOST = 1000;

function meant({ command, action, actor }: FaultOptions, subject: FaultSubject): boolean {
  return (
    (command === undefined || command === subject.command) &&
    (action === undefined || action === subject.action) &&
    (actor === undefined || actor === subject.actor?.())
  );
}

/**
 * Makes an empty list of faults.
 *
 * @param random decides on those with a probability
 * @param actions what the server answers, as `item/view`
 */
export function createFaultList(random: SeededRandom, actions: readonly string[]): FaultList {
  const list = new Map<number, Ordered>();
  const begin = random.position;
  let next = 1;
  const happens = (ordered: Ordered, subject: FaultSubject): boolean => {
    const { probability = 1 } = ordered.fault;
    if (!meant(ordered.fault, subject)) return false;
    if (ordered.waiting > 0) {
      ordered.waiting--;
      return false;
    }
    return probability >= 1 || random.next() < probability;
  };
  const order = (faults: readonly unknown[], place?: string): number[] => {
    if (list.size + faults.length > MOST) {
      throw new InvalidArgumentError({
        argument: place ?? 'faults',
        expected: `at most ${MOST} faults that wait`,
        given: list.size + faults.length,
        advice: 'Take back what is no longer wanted.',
      });
    }
    const checked = faults.map((fault, index): FaultOptions => {
      checkFault(fault, actions, place === undefined ? undefined : `${place}[${index}]`);
      return { ...fault };
    });
    return checked.map((fault) => {
      list.set(next, { fault, waiting: fault.after ?? 0, happened: 0 });
      return next++;
    });
  };
  return {
    get empty() {
      return list.size === 0;
    },
    add(fault) {
      const ids = order([fault]);
      return () => ids.forEach((id) => list.delete(id));
    },
    order,
    entries: () => Array.from(list, ([id, { fault, happened }]) => ({ id, ...fault, happened })),
    remove(id) {
      list.delete(id);
      return Number.isInteger(id) && id >= 1 && id < next;
    },
    clear: () => list.clear(),
    reset() {
      list.clear();
      random.position = begin;
    },
    take(subject) {
      for (const [id, ordered] of list) {
        if (!happens(ordered, subject)) continue;
        ordered.happened++;
        if (ordered.happened >= (ordered.fault.times ?? Number.POSITIVE_INFINITY)) list.delete(id);
        return ordered.fault;
      }
      return undefined;
    },
  };
}
