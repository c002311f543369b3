import { InvalidArgumentError } from '@streamone/core';
import PQueue from 'p-queue';
import { turnsPerSecond } from './turns-per-second.js';
import { whileWaiting } from './while-waiting.js';

/** How much may happen at once, and how fast. At least one of the two is given. */
export interface LimitOptions {
  /** How many works run at the same time at most. */
  readonly concurrency?: number | undefined;
  /** How many works begin within any one second at most. */
  readonly perSecond?: number | undefined;
}

/**
 * Runs a work as soon as the limit allows, in the order in which they came.
 *
 * @param signal takes a work back that still waits: the promise rejects with its reason
 */
export type Limit = <T>(work: () => T | PromiseLike<T>, signal?: AbortSignal) => Promise<T>;

function check(argument: string, given: number | undefined): void {
  if (given === undefined || (Number.isSafeInteger(given) && given >= 1)) return;
  throw new InvalidArgumentError({ argument, expected: 'a whole number, 1 or more', given });
}

/**
 * A limit that many calls share: `const slowly = limit({ concurrency: 8, perSecond: 20 })`, then
 * `slowly(() => s1.item.view({ item: [id] }))`. The platform's own limits are not known.
 *
 * @throws InvalidArgumentError when nothing is limited, or by no whole number.
 */
export function limit({ concurrency, perSecond }: LimitOptions): Limit {
  check('concurrency', concurrency);
  check('perSecond', perSecond);
  if (concurrency === undefined && perSecond === undefined) {
    throw new InvalidArgumentError({ expected: 'concurrency, perSecond or both', given: undefined });
  }
  const queue = new PQueue(concurrency === undefined ? {} : { concurrency });
  const turn = perSecond === undefined ? undefined : turnsPerSecond(perSecond);
  return async (work, given) => {
    const waiting = given === undefined ? undefined : whileWaiting(given);
    const signal = waiting?.signal;
    const run = async () => {
      if (turn !== undefined) {
        await turn(signal);
        signal?.throwIfAborted();
      }
      waiting?.begin();
      return work();
    };
    return queue.add(run, signal && { signal });
  };
}
