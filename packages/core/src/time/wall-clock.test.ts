import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { oracleClock, wallText } from '../../test/oracle-clock.js';
import { tally, vectors } from '../../test/vectors.js';
import { InvalidArgumentError, readWallClock, writeWallClock } from '../index.js';

interface DateCase {
  readonly zone: string;
  readonly wall: string;
  readonly unix: number;
  readonly kind: string;
}

const cases = vectors('date-times') as readonly DateCase[];
const unixOf = (wall: string, zone: string): number => (readWallClock(wall, zone)?.getTime() ?? Number.NaN) / 1000;

test('no case has disappeared', () => {
  expect(tally(cases.map(({ kind }) => kind))).toEqual({ plain: 99, repeated: 12, skipped: 21 });
});

test.each(cases)('golden: $wall in $zone ($kind)', ({ zone, wall, unix, kind }) => {
  expect(unixOf(wall, zone)).toBe(unix);
  // A zone in the text wins over the one that is given.
  expect(unixOf(`${wall}@${zone}`, 'Pacific/Kiritimati')).toBe(unix);
  const back = writeWallClock(new Date(unix * 1000), zone);
  if (kind === 'skipped') expect(back > wall).toBe(true);
  else expect(back).toBe(wall);
});

test.each([
  ['2014-01-01 00:00:00', '2014-01-01 00:00:00'],
  ['2014-01-01 00:00:00@Europe/London', '2014-01-01 01:00:00'],
  ['2014-01-01 00:00:00@UTC', '2014-01-01 01:00:00'],
  ['2014-01-01 00:00:00@Europe/Moscow', '2013-12-31 21:00:00'],
])("the vendor's worked example: %s for an actor in Amsterdam", (given, shown) => {
  const instant = readWallClock(given, 'Europe/Amsterdam');
  expect(instant && writeWallClock(instant, 'Europe/Amsterdam')).toBe(shown);
});

test.each([
  '0000-00-00 00:00:00',
  '2023-02-29 00:00:00',
  '1900-02-29 00:00:00',
  '2024-04-31 00:00:00',
  '2024-13-01 00:00:00',
  '2024-00-01 00:00:00',
  '2024-01-00 00:00:00',
  '2024-01-01 24:00:00',
  '2024-01-01 00:60:00',
  '2024-01-01 00:00:60',
  '2024-01-01T00:00:00',
  '2024/01/01 00:00:00',
  '2024-01-01 00:00',
  '2024-01-01 00:00:00Z',
  '2024-01-01 00:00:00.0',
  ' 2024-01-01 00:00:00',
  '2024-01-01 00:00:0x',
  'x024-01-01 00:00:00',
  '20x4-01-01 00:00:00',
  '2024-01-01 -1:00:00',
  '',
  '@UTC',
  '2024-01-01 00:00:00@',
  '2024-01-01 00:00:00@Nowhere/Else',
  '2024-01-01 00:00:00@UTC@UTC',
])('is not read: %j', (wall) => {
  expect(readWallClock(wall, 'UTC')).toBeUndefined();
});

test.each(['', 'Nowhere/Else', 'undefined', undefined as never])(
  'a zone that nobody knows is not guessed: %j',
  (zone) => {
    expect(readWallClock('2024-01-01 00:00:00', zone)).toBeUndefined();
    expect(() => writeWallClock(new Date(0), zone)).toThrow(InvalidArgumentError);
    expect(() => writeWallClock(new Date(0), zone)).toThrow(/timezone: expected an IANA zone that this machine knows/);
  },
);

test.each([Number.NaN, 8.64e15, -8.64e15, Date.UTC(10_000, 0, 1)])('a date that the form cannot hold: %d', (time) => {
  for (const zone of ['UTC', 'Asia/Tokyo']) {
    expect(() => writeWallClock(new Date(time), zone)).toThrow(/expected a valid date in the years 0000 to 9999/);
  }
});

test('milliseconds are cut off towards the past, and a leap day is one', () => {
  expect(writeWallClock(new Date(-1), 'UTC')).toBe('1969-12-31 23:59:59');
  expect(writeWallClock(new Date(-1), 'Asia/Kathmandu')).toBe('1970-01-01 05:29:59');
  expect(unixOf('2000-02-29 00:00:00', 'UTC')).toBe(951_782_400);
});

test('the calendar of UTC, every day of 10,000 years', () => {
  const start = Date.parse('0000-01-01T00:00:00Z') / 1000;
  for (let day = 0; day < 3_652_425; day += 7) {
    const unix = start + day * 86_400 + (day % 86_400);
    if (unixOf(wallText(unix), 'UTC') !== unix) expect.unreachable(wallText(unix));
  }
  expect(unixOf('9999-12-31 23:59:59', 'UTC')).toBe(253_402_300_799);
});

const zones = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'Africa/Tunis',
  'America/Boa_Vista',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Antarctica/Casey',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Manila',
  'Australia/Lord_Howe',
  'Europe/Amsterdam',
  'Europe/Dublin',
  'Europe/Riga',
  'Europe/Vienna',
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'UTC',
];

const FROM = Date.UTC(1900, 0, 1) / 1000;
const TO = Date.UTC(2101, 0, 1) / 1000;
const DAY = 86_400;

/** Where the offset changes, found with the oracle alone: the first second of each new offset. */
function changesOf(clock: (unix: number) => number): readonly number[] {
  const changes: number[] = [];
  const offset = (unix: number): number => clock(unix) - unix;
  for (let low = FROM; low < TO; low += 3 * DAY) {
    let [from, to] = [low, low + 3 * DAY];
    if (offset(from) === offset(to)) continue;
    while (to - from > 1) {
      const middle = Math.floor((from + to) / 2);
      if (offset(middle) === offset(from)) from = middle;
      else to = middle;
    }
    changes.push(to);
  }
  return changes;
}

/** What Temporal's "compatible" gives, found with the oracle alone: among all offsets nearby. */
function compatible(clock: (unix: number) => number, wall: number): number {
  const offsets = [wall - 2 * DAY, wall + 2 * DAY].map((unix) => clock(unix) - unix);
  const fitting = offsets.map((offset) => wall - offset).filter((unix) => clock(unix) === wall);
  return fitting.length > 0 ? Math.min(...fitting) : wall - (offsets[0] ?? 0);
}

describe.each(zones)('%s, against Intl', (zone) => {
  const clock = oracleClock(zone);

  test('any second of 1900 to 2100: there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: FROM, max: TO }), (unix) => {
        const wall = clock(unix);
        expect(writeWallClock(new Date(unix * 1000), zone)).toBe(wallText(wall));
        expect(unixOf(wallText(wall), zone)).toBe(compatible(clock, wall));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('around every change of the offset: repeated, skipped and plain seconds', () => {
    const changes = changesOf(clock);
    expect(changes.length > 0).toBe(zone !== 'UTC');
    for (const change of changes) {
      const [before, after] = [clock(change - 1) - (change - 1), clock(change) - change];
      const size = Math.abs(after - before);
      const steps = [-DAY, -size - 1, -size, -size / 2, -1, 0, 1, size / 2, size - 1, size, DAY].map(Math.trunc);
      for (const step of steps) {
        const instant = change + step;
        if (writeWallClock(new Date(instant * 1000), zone) !== wallText(clock(instant))) {
          expect.unreachable(`${zone} ${instant}: ${writeWallClock(new Date(instant * 1000), zone)}`);
        }
        for (const offset of [before, after]) {
          const wall = instant + offset;
          if (unixOf(wallText(wall), zone) !== compatible(clock, wall)) {
            expect.unreachable(`${wallText(wall)} in ${zone} gave ${unixOf(wallText(wall), zone)}`);
          }
        }
      }
    }
  });
});

test('a repeated hour: its second pass gives the first, and a skipped day moves forward', () => {
  const zone = 'Europe/Amsterdam';
  const first = Date.UTC(2024, 9, 27, 0, 30) / 1000;
  for (const unix of [first, first + 3600]) {
    expect(unixOf(writeWallClock(new Date(unix * 1000), zone), zone)).toBe(first);
  }
  // Apia had no 30 December 2011.
  expect(writeWallClock(new Date(unixOf('2011-12-30 12:00:00', 'Pacific/Apia') * 1000), 'Pacific/Apia')).toBe(
    '2011-12-31 12:00:00',
  );
});

test('more zones and years than are kept, in any order', () => {
  const many = Intl.supportedValuesOf('timeZone').filter((_, index) => index % 4 === 0);
  expect(many.length).toBeGreaterThan(64);
  for (const unix of [1_720_000_000, 86_400, 1_720_000_000]) {
    for (const zone of many) expect(unixOf(wallText(oracleClock(zone)(unix)), zone)).toBe(unix);
  }
  for (let year = 200; year < 9900; year += 3) {
    const wall = `${String(year).padStart(4, '0')}-07-01 12:00:00`;
    expect(writeWallClock(new Date(unixOf(wall, 'Europe/Oslo') * 1000), 'Europe/Oslo')).toBe(wall);
  }
});

test.each([
  ['a repeated hour', -9, -10, { '-10:30': -1.5, '-10:00': -1, '-09:30': -0.5, '-09:00': 1 }],
  ['a skipped hour', -10, -9, { '-10:30': -0.5, '-10:00': 0, '-09:30': 0.5, '-09:00': 0 }],
])('a zone more restless than any known: two changes within a week, the second %s', async (_, before, after, walls) => {
  const hour = 3_600_000;
  const week = 2 ** 29;
  // The changes lie on both sides of one stretch that the clock learns at once.
  const stretch = Math.floor(Date.UTC(2030, 0, 10) / week);
  const first = Math.floor((stretch * week) / hour) * hour;
  const second = Math.ceil(((stretch + 1) * week) / hour) * hour;
  vi.stubGlobal('Intl', {
    DateTimeFormat: class {
      format = (at: number): string => {
        const offset = at >= first && at < second ? before : after;
        return `0 GMT-${String(-offset).padStart(2, '0')}:00`;
      };
    },
  });
  vi.resetModules();
  try {
    const clock = await import('./wall-clock.js');
    for (const [offset, expected] of Object.entries(walls)) {
      const hours = Number(offset.slice(0, 3)) - Number(offset.slice(4)) / 60;
      const wall = wallText((second + hours * hour) / 1000);
      expect(((clock.readWallClock(wall, 'X')?.getTime() ?? 0) - second) / hour, offset).toBe(expected);
    }
    for (const instant of [second - 2 * hour, second - 1000, second, second + hour, first - 1000, first]) {
      const offset = instant >= first && instant < second ? before : after;
      expect(clock.writeWallClock(new Date(instant), 'X')).toBe(wallText((instant + offset * hour) / 1000));
    }
  } finally {
    vi.unstubAllGlobals();
  }
});
