import { describe, expect, it } from 'vitest';
import { bytesInWords, paceInWords, secondsInWords } from './in-words.js';
import { createProgressMeter } from './progress-meter.js';

describe('speed and time that is left', () => {
  it('are those of the last seconds, not of the whole', () => {
    let now = 0;
    const meter = createProgressMeter(() => now);
    expect([meter.speed(), meter.left(1000)]).toEqual([undefined, undefined]);
    for (let second = 1; second <= 60; second += 1) {
      now = second * 1000;
      meter.add(second <= 30 ? second * 10 : 300 + (second - 30) * 1000);
    }
    expect(meter.speed()).toBeCloseTo(1000);
    expect(meter.left(31_300)).toBeCloseTo(1);
  });

  it('get worse when nothing moves', () => {
    let now = 0;
    const meter = createProgressMeter(() => now);
    now = 1000;
    meter.add(1000);
    expect(meter.speed()).toBeCloseTo(1000);
    now = 10_000;
    expect(meter.speed()).toBeCloseTo(100);
    expect(meter.left(2000)).toBeCloseTo(10);
  });
});

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [99_940, '99.9 kB'],
  [99_960, '100 kB'],
  [999_600, '1.0 MB'],
  [12_345_678, '12.3 MB'],
  [5e15, '5000 TB'],
])('%i bytes: %s', (bytes, words) => expect(bytesInWords(bytes)).toBe(words));

it.each([
  [0.2, '0:01'],
  [65, '1:05'],
  [3600, '1:00:00'],
  [1e9, '99:59:59'],
])('%d seconds: %s', (seconds, words) => expect(secondsInWords(seconds)).toBe(words));

it('an unknown pace is not told', () => {
  expect([paceInWords(undefined, 1), paceInWords(1000, undefined), paceInWords(1000, 7)]).toEqual([
    '',
    '1.0 kB/s',
    '1.0 kB/s, 0:07 left',
  ]);
});
