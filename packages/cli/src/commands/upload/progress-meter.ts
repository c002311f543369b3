/** How fast an upload is. */
export interface ProgressMeter {
  /** Tells how many bytes have left. */
  add(sent: number): void;
  /** Bytes a second over the last seconds; `undefined` as long as it can't be told. */
  speed(): number | undefined;
  /** Seconds until so many bytes have left, at that speed. */
  left(total: number): number | undefined;
}

/** Over how long speed is taken, in milliseconds: short enough to follow a change, long enough to be readable. */
const WINDOW = 8000;
const SHORTEST = 500;

/** Measures the speed of an upload. @param now a clock, in milliseconds */
export function createProgressMeter(now: () => number = () => performance.now()): ProgressMeter {
  const samples: { readonly at: number; readonly sent: number }[] = [{ at: now(), sent: 0 }];
  const speed = (): number | undefined => {
    const [first, last] = [samples[0], samples.at(-1)];
    if (first === undefined || last === undefined || now() - first.at < SHORTEST) return undefined;
    // Up to now: when nothing moves, it gets slower.
    return ((last.sent - first.sent) / (now() - first.at)) * 1000;
  };
  return {
    add: (sent) => {
      samples.push({ at: now(), sent });
      while (samples.length > 2 && (samples[1]?.at ?? 0) < now() - WINDOW) samples.shift();
    },
    speed,
    left: (total) => {
      const rate = speed();
      return rate === undefined || rate <= 0 ? undefined : Math.max(0, total - (samples.at(-1)?.sent ?? 0)) / rate;
    },
  };
}
