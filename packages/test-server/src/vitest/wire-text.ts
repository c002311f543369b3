import { readWallClock } from '@streamone/core';

const ASYMMETRIC = Symbol.for('jest.asymmetricMatcher');

/** Whether a value is an asymmetric matcher, as `expect.stringContaining('a')`. */
export function isAsymmetric(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '$$typeof' in value && value.$$typeof === ASYMMETRIC;
}

function dateText(date: Date, received: unknown, timezone: string): string {
  const sent = typeof received === 'string' ? readWallClock(received, timezone) : undefined;
  const second = Math.floor(date.getTime() / 1000);
  // Any way to write that instant is right; what was sent is then what was expected.
  if (sent !== undefined && typeof received === 'string' && sent.getTime() / 1000 === second) return received;
  return `${new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ')}@UTC`;
}

/**
 * An expected value as the text that goes over the wire. On its own path, not through core's encoder, as all that
 * judges requests here. What has no such text (an asymmetric matcher, `undefined`) stays as it is.
 *
 * @param received what was sent, for dates, which have more than one form
 * @param timezone IANA zone of a date that was sent without one
 */
export function wireText(value: unknown, received: unknown, timezone: string): unknown {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return dateText(value, received, timezone);
  if (!Array.isArray(value) || value.some(isAsymmetric)) return value;
  return value.map((element: unknown) => wireText(element, undefined, timezone)).join(',');
}
