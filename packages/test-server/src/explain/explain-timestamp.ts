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

/**
 * Explains status 2: by how much the clock is off, and what was sent.
 *
 * @param now the server's clock, in seconds
 * @param real the machine's, in milliseconds
 */
export function explainTimestamp(timestamp: string, now: number, window: number, real: number): Explanation {
  const given = { argument: 'timestamp', received: shownText(timestamp), expected: String(now) } as const;
  const seconds = /^\d+$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (Number.isNaN(seconds))
    return { ...given, summary: 'The timestamp must be UNIX time in whole seconds, in digits alone.' };
  if (seconds >= SECONDS_END) {
    return {
      ...given,
      summary:
        'The timestamp must be in seconds; this one looks like milliseconds: divide by 1000 and drop the fraction.',
    };
  }
  const off = seconds - now;
  const moved =
    Math.abs(real / 1000 - now) > 2 ? ` The server's clock is not the machine's: it was set, moved or stopped.` : '';
  return {
    ...given,
    secondsOff: off,
    summary:
      `The request's clock is ${duration(off)} ${off > 0 ? 'ahead of' : 'behind'} the server's; ` +
      `at most ${window} seconds are allowed. Set the clock right, or reckon with the server's time, which the ` +
      `"Date" header of every answer has.${moved}`,
  };
}
