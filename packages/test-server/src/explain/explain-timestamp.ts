import { shownText } from '../form/byte-string.js';
import type { Explanation } from './explanation.js';

/** From here on (the year 5138) a number of seconds can only be one of milliseconds. */
const SECONDS_END = 100_000_000_000;

function duration(seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 120) return `${size} seconds`;
  if (size < 7200) return `${Math.round(size / 60)} minutes`;
  if (size < 172_800) return `${Math.round(size / 3600)} hours`;
  return `${Math.round(size / 86_400)} days`;
}

/** Explains status 2: by how much the clock is off, and what was sent. */
export function explainTimestamp(timestamp: string, now: number, window: number): Explanation {
  const given = { argument: 'timestamp', received: shownText(timestamp), expected: String(now) } as const;
  const seconds = /^\d+$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (Number.isNaN(seconds)) return { ...given, summary: 'The timestamp must be UNIX time in whole seconds.' };
  if (seconds >= SECONDS_END) {
    return { ...given, summary: 'The timestamp must be in seconds; this one looks like milliseconds.' };
  }
  const off = seconds - now;
  return {
    ...given,
    secondsOff: off,
    summary:
      `The request's clock is ${duration(off)} ${off > 0 ? 'ahead of' : 'behind'} the server's; ` +
      `at most ${window} seconds are allowed. The "Date" header of this answer has the server's time.`,
  };
}
