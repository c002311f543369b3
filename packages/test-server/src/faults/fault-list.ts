import type { Route } from '../answer/route.js';
import type { SeededRandom } from '../random/seeded-random.js';
import { checkFault } from './check-fault.js';
import type { FaultOptions } from './fault.js';

/** The faults that a test has ordered. */
export interface Faults {
  /**
   * Orders a fault. Of several that fit a request the first happens.
   *
   * @returns takes it back
   * @throws InvalidArgumentError for an option that makes no sense.
   */
  add(fault: FaultOptions): () => void;
  /** Takes all back. */
  clear(): void;
}

/** The faults, and the end at which they happen. */
export interface FaultList extends Faults {
  /** Whether there are none. */
  readonly empty: boolean;
  /** The fault that happens to a request, if any. */
  take(route: Route): FaultOptions | undefined;
}

interface Ordered {
  readonly fault: FaultOptions;
  waiting: number;
  left: number;
}

/** Makes an empty list of faults. @param random decides on those with a probability */
export function createFaultList(random: SeededRandom): FaultList {
  const list = new Set<Ordered>();
  const happens = (ordered: Ordered, route: Route): boolean => {
    const { command = route.command, action = route.action, probability = 1 } = ordered.fault;
    if (command !== route.command || action !== route.action) return false;
    if (ordered.waiting > 0) {
      ordered.waiting--;
      return false;
    }
    return probability >= 1 || random.next() < probability;
  };
  return {
    get empty() {
      return list.size === 0;
    },
    add(fault) {
      checkFault(fault);
      const ordered: Ordered = {
        fault: { ...fault },
        waiting: fault.after ?? 0,
        left: fault.times ?? Number.POSITIVE_INFINITY,
      };
      list.add(ordered);
      return () => void list.delete(ordered);
    },
    clear: () => list.clear(),
    take(route) {
      for (const ordered of list) {
        if (!happens(ordered, route)) continue;
        ordered.left--;
        if (ordered.left <= 0) list.delete(ordered);
        return ordered.fault;
      }
      return undefined;
    },
  };
}
