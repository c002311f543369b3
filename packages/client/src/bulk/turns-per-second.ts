import PQueue from 'p-queue';

/** In milliseconds. */
const SECOND = 1000;

/**
 * Gives turns, so many within any one second at most, in the order in which they are asked for. Times are those of
 * a clock that nobody sets: by the time of day a step forward would let too many begin, and one back would hold all up.
 *
 * @returns waits for a turn; its signal takes back one that still waits
 */
export function turnsPerSecond(most: number): (signal: AbortSignal | undefined) => Promise<void> {
  const gate = new PQueue({ concurrency: 1 });
  /** When the last ones were, the oldest first. */
  const given: number[] = [];
  const left = (): number => {
    const [oldest] = given;
    return oldest === undefined || given.length < most ? 0 : oldest + SECOND - performance.now();
  };
  const wait = async (signal: AbortSignal | undefined): Promise<void> => {
    // Timers may be a little early.
    for (let rest = left(); rest > 0; rest = left()) {
      const milliseconds = Math.ceil(rest);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
    }
    // One that was taken back meanwhile has no turn.
    if (signal?.aborted === true) return;
    if (given.length >= most) given.shift();
    given.push(performance.now());
  };
  return (signal) => gate.add(() => wait(signal), signal && { signal });
}
