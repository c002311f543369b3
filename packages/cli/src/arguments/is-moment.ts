import { readWallClock } from '@streamone/core';

const ISO = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Whether a text is a moment of ISO 8601. `Date` takes 30 February for 1 March; here such a day is none, as on a wall clock. */
export function isMoment(text: string): boolean {
  const [, day, minute] = ISO.exec(text) ?? [];
  if (day === undefined || minute === undefined || Number.isNaN(Date.parse(text))) return false;
  return readWallClock(`${day} ${minute}:00`, 'UTC') !== undefined;
}
