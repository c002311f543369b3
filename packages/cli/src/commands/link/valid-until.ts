import { InvalidArgumentError } from '@streamone/node';
import { isMoment } from '../../arguments/is-moment.js';

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

function duration(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d{1,9})([smhd])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) return undefined;
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * SECONDS[unit as keyof typeof SECONDS], 0);
}

function refuse(argument: string, expected: string, given: string | undefined): never {
  throw new InvalidArgumentError({ argument, expected, given });
}

/**
 * Until when a link holds, UNIX time in seconds: so long from now (`90m`, `2h`, `1d12h`), or until a moment (ISO 8601,
 * or UNIX time).
 *
 * @param now in milliseconds
 * @throws InvalidArgumentError when it is neither, or not in the future.
 */
export function validUntil(valid: string | undefined, until: string | undefined, now: number): number {
  if ((valid === undefined) === (until === undefined)) {
    return refuse('--valid', 'either --valid, as 2h, or --until', valid === undefined ? undefined : 'both');
  }
  const present = Math.floor(now / 1000);
  if (valid !== undefined) {
    const seconds = duration(valid);
    if (seconds !== undefined && seconds > 0 && seconds < 1e10) return present + seconds;
    return refuse('--valid', 'how long it holds, as 30s, 90m, 2h, 7d or 1d12h', valid);
  }
  const text = until ?? '';
  const moment = /^\d{1,11}$/.test(text)
    ? Number(text)
    : isMoment(text)
      ? Math.floor(Date.parse(text) / 1000)
      : Number.NaN;
  if (Number.isNaN(moment)) return refuse('--until', 'a moment, as 2030-01-31T18:00:00Z or UNIX time in seconds', text);
  return moment > present ? moment : refuse('--until', 'a moment in the future', text);
}
