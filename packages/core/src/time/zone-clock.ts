/**
 * A cell of some 3 days: with the margin on both sides it has one change of the offset at most. Two changes of a zone lie
 * further apart: the closest known are the 167 hours of summer time that Brazil's north-east had in October 2000.
 */
const CELL = 2 ** 28;
/** Local time and UTC differ by less than this, local mean times of old included. */
const MARGIN = 26 * 3_600_000;
/** Some 140 years of cells a zone. */
const MOST_CELLS = 16_384;
const SECOND = 1000;

/** A change of the offset: from `at` on it is `after`. */
interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** The offset in and around one cell: constant, or with a change. */
type Surroundings = number | Change;

const OFFSET = /^GMT(?:([+\-\u2212])(\d\d):?(\d\d)(?::?(\d\d))?)?$/;

/** Reads `GMT`, `GMT+02:00` or `GMT+00:17:30` as milliseconds. */
function readOffset(text: string): number {
  const match = OFFSET.exec(text);
  if (match === null) throw new RangeError(`no offset in ${text}`);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match;
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === undefined || sign === '+' ? size : -size;
}

/**
 * The offsets of one zone from UTC, in milliseconds, learnt from `Intl` once for every 3 days
 * that are asked for: a thousand dates of one year cost some 160 questions.
 */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  /** The offset at the beginning of each cell that was asked for. */
  readonly #beginnings = new Map<number, number>();
  readonly #surroundings = new Map<number, Surroundings>();
  /** The last offset as text and as a number: most answers are as the one before. */
  #lastName = '';
  #lastOffset = 0;

  /** @throws RangeError for a zone that the machine does not know. */
  constructor(zone: string) {
    // Intl would take `undefined` for the machine's own zone, which no date here is in.
    if (typeof zone !== 'string') throw new RangeError('no zone');
    // With the minute instead of the date, which is the default, a question takes half the time.
    this.#format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset', minute: 'numeric' });
    this.#ask(0);
  }

  /** The wall clock at an instant, both in milliseconds: the wall clock as if it were UTC. */
  toWall(instant: number): number {
    const around = this.#around(instant);
    if (typeof around === 'number') return instant + around;
    return instant + (instant < around.at ? around.before : around.after);
  }

  /**
   * The instant of a wall clock, both in milliseconds. A time that the zone has twice is the
   * earlier one, a skipped one moves forward, as Temporal's "compatible".
   */
  fromWall(wall: number): number {
    const around = this.#around(wall);
    if (typeof around === 'number') return wall - around;
    const { at, before, after } = around;
    return wall < at + Math.max(before, after) ? wall - before : wall - after;
  }

  #around(time: number): Surroundings {
    const cell = Math.floor(time / CELL);
    let around = this.#surroundings.get(cell);
    if (around === undefined) {
      around = this.#learn(cell);
      if (this.#surroundings.size >= MOST_CELLS) {
        this.#surroundings.clear();
        this.#beginnings.clear();
      }
      this.#surroundings.set(cell, around);
    }
    return around;
  }

  /** The instant of a wall clock may lie before or behind its cell, but not far. */
  #learn(cell: number): Surroundings {
    const from = cell * CELL - MARGIN;
    const to = (cell + 1) * CELL + MARGIN;
    for (const near of [cell - 1, cell, cell + 1]) {
      const before = this.#beginning(near);
      const after = this.#beginning(near + 1);
      if (before === after) continue;
      const at = this.#changeIn(near, before);
      if (at > from && at <= to) return { at, before, after };
    }
    return this.#beginning(cell);
  }

  #beginning(cell: number): number {
    let offset = this.#beginnings.get(cell);
    if (offset === undefined) {
      offset = this.#ask(cell * CELL);
      this.#beginnings.set(cell, offset);
    }
    return offset;
  }

  /** The first instant in a cell, on a whole second, whose offset is not that of the cell's beginning. */
  #changeIn(cell: number, before: number): number {
    let low = Math.floor((cell * CELL) / SECOND);
    let high = Math.ceil(((cell + 1) * CELL) / SECOND);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#ask(middle * SECOND) === before) low = middle;
      else high = middle;
    }
    return high * SECOND;
  }

  #ask(instant: number): number {
    const text = this.#format.format(instant);
    const name = text.slice(text.lastIndexOf(' ') + 1);
    if (name !== this.#lastName) {
      this.#lastOffset = readOffset(name);
      this.#lastName = name;
    }
    return this.#lastOffset;
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
