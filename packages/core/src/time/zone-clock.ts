const HOUR = 3_600_000;
/** A bucket of some 12 days. Two changes of a zone's offset are rarer than that. */
const BUCKET = 2 ** 30;
/** Local time and UTC differ by less than this, local mean times of old included. */
const MARGIN = 26 * HOUR;
/** Some 270 years of buckets a zone. */
const MOST_BUCKETS = 8192;

/** The offset of a zone around one bucket: constant, or with one change, or too restless to keep. */
type Bucket = number | { readonly at: number; readonly before: number; readonly after: number } | null;

/**
 * The offsets of one zone from UTC, in milliseconds, learnt from `Intl` once for every 12 days
 * that are asked for: a thousand dates of one year cost some dozen questions.
 */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #buckets = new Map<number, Bucket>();

  /** @throws RangeError for a zone that the machine does not know. */
  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** The wall clock at an instant, both in milliseconds: the wall clock as if it were UTC. */
  toWall(instant: number): number {
    const bucket = this.#bucket(instant);
    if (typeof bucket === 'number') return instant + bucket;
    if (bucket === null) return instant + this.#ask(instant);
    return instant + (instant < bucket.at ? bucket.before : bucket.after);
  }

  /**
   * The instant of a wall clock, both in milliseconds. A time that the zone has twice is the
   * earlier one, a skipped one moves forward, as Temporal's "compatible".
   */
  fromWall(wall: number): number {
    const bucket = this.#bucket(wall);
    if (typeof bucket === 'number') return wall - bucket;
    if (bucket === null) return this.#search(wall);
    const { at, before, after } = bucket;
    return wall < at + Math.max(before, after) ? wall - before : wall - after;
  }

  #bucket(time: number): Bucket {
    const index = Math.floor(time / BUCKET);
    let bucket = this.#buckets.get(index);
    if (bucket === undefined) {
      bucket = this.#learn(index * BUCKET - MARGIN, (index + 1) * BUCKET + MARGIN);
      if (this.#buckets.size >= MOST_BUCKETS) this.#buckets.clear();
      this.#buckets.set(index, bucket);
    }
    return bucket;
  }

  #learn(from: number, to: number): Bucket {
    const middle = Math.floor((from + to) / 2000) * 1000;
    const before = this.#ask(from);
    const between = this.#ask(middle);
    const after = this.#ask(to);
    if (before === between && between === after) return before;
    if (before !== between && between !== after) return null;
    let low = before === between ? middle : from;
    let high = before === between ? to : middle;
    while (high - low > 1000) {
      const probe = Math.floor((low + high) / 2000) * 1000;
      if (this.#ask(probe) === before) low = probe;
      else high = probe;
    }
    return { at: high, before, after };
  }

  /** For a bucket with two changes: ask on both sides of the wall clock. */
  #search(wall: number): number {
    const before = this.#ask(wall - MARGIN);
    const after = this.#ask(wall + MARGIN);
    const [earlier, later] = [wall - before, wall - after];
    if (this.#ask(earlier) === before) return earlier;
    return this.#ask(later) === after ? later : earlier;
  }

  #ask(instant: number): number {
    const fields = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
    let beforeChrist = false;
    for (const { type, value } of this.#format.formatToParts(instant)) {
      if (type === 'era') beforeChrist = value.startsWith('B');
      else if (type in fields) fields[type as keyof typeof fields] = Number(value);
    }
    const year = beforeChrist ? 1 - fields.year : fields.year;
    const wall = new Date(0);
    wall.setUTCFullYear(year, fields.month - 1, fields.day);
    wall.setUTCHours(fields.hour, fields.minute, fields.second);
    return wall.getTime() - Math.floor(instant / 1000) * 1000;
  }
}

const MOST_ZONES = 64;
const clocks = new Map<string, ZoneClock | null>();

/** The clock of a zone, kept for the next question; `undefined` when the machine does not know the zone. */
export function zoneClock(zone: string): ZoneClock | undefined {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    try {
      clock = new ZoneClock(zone);
    } catch {
      clock = null;
    }
    const [oldest] = clocks.keys();
    if (clocks.size >= MOST_ZONES && oldest !== undefined) clocks.delete(oldest);
    clocks.set(zone, clock);
  }
  return clock ?? undefined;
}
