import { expect, test } from 'vitest';
import { validUntil } from './valid-until.js';

const NOW = Date.parse('2026-03-01T12:00:00.900Z');
const START = Math.floor(NOW / 1000);

test.each([
  ['30s', 30],
  ['90m', 5400],
  ['2h', 7200],
  ['7d', 604_800],
  ['1d12h', 129_600],
])('%s from now, to the second', (valid, seconds) => {
  expect(validUntil(valid, undefined, NOW)).toBe(START + seconds);
});

test.each([
  ['2026-03-01T12:00:01Z', START + 1],
  ['2026-03-01T14:00+01:00', START + 3600],
  ['2026-03-01T13:00:00.999Z', START + 3600],
  ['4070908800', 4_070_908_800],
])('until %s', (until, seconds) => {
  expect(validUntil(undefined, until, NOW)).toBe(seconds);
});

test.each([
  [undefined, undefined, /--valid: expected either --valid, as 2h, or --until/],
  ['2h', '4070908800', /given "both"/],
  ['2', undefined, /--valid: .*90m.*given "2"/],
  ['0s', undefined, /given "0s"/],
  ['2h3', undefined, /given "2h3"/],
  ['-2h', undefined, /given "-2h"/],
  ['999999999d', undefined, /given "999999999d"/],
  [undefined, '2030-01-31', /--until: expected a moment/],
  [undefined, '2030-13-31T00:00:00Z', /--until: expected a moment/],
  [undefined, '2030-02-30T00:00:00Z', /--until: expected a moment/],
  [undefined, '2026-03-01T12:00:00Z', /--until: expected a moment in the future/],
])('--valid %s --until %s is refused', (valid, until, said) => {
  expect(() => validUntil(valid, until, NOW)).toThrow(said);
});
