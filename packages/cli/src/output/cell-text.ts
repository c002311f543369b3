import { writeWallClock } from '@streamone/node';
import { printable } from './report-error.js';

/**
 * One value as a cell of a table: a date on the wall clock of the zone, as it can be given as an
 * argument; on one line, without anything that would steer the terminal.
 */
export function cellText(value: unknown, zone: string): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : writeWallClock(value, zone);
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return cellText(value.join(', '), zone);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return printable(text.replace(/\s+/g, ' ')).trim();
}
