import { WebRefusal } from '../web/web-refusal.js';
import type { MediaPlace } from './media-place.js';

/** A part of a recording, in seconds from its start. */
export interface Clip {
  readonly start: number;
  /** Infinite where it goes on to the end. */
  readonly end: number;
}

function seconds(name: string, given: string | undefined | null, otherwise: number): number {
  if (given === undefined || given === null) return otherwise;
  if (/^\d{1,9}$/.test(given)) return Number(given);
  const expected = 'whole seconds, 0 or more';
  throw new WebRefusal(400, {
    summary: `${name} must be ${expected}.`,
    argument: name,
    expected,
    received: given.slice(0, 80),
  });
}

/**
 * Reads the clip that a path cuts out, by `smartstart` and `smartend`. That the end must be behind
 * the start is inferred.
 *
 * @throws WebRefusal (400) for what makes no sense.
 */
export function readClip({ parts }: MediaPlace): Clip {
  const start = seconds('smartstart', parts.get('smartstart'), 0);
  const end = seconds('smartend', parts.get('smartend'), Number.POSITIVE_INFINITY);
  if (end > start) return { start, end };
  throw new WebRefusal(400, { summary: 'smartend must be behind smartstart.', argument: 'smartend' });
}

/** Checks `?start=`, where playing begins. @throws WebRefusal (400) for what are no seconds. */
export function checkStart(query: string): void {
  seconds('start', new URLSearchParams(query).get('start'), 0);
}
