import { parseHttpDate } from './http-date.js';

/**
 * A `Retry-After` header in milliseconds, given as seconds or as a date.
 *
 * @param now the platform's time, in milliseconds
 */
export function parseRetryAfter(header: string, now: number): number | undefined {
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = parseHttpDate(header);
  return date === undefined ? undefined : Math.max(0, date - now);
}
