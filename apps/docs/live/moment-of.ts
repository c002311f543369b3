import { readWallClock } from '@streamone/core';

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** A moment as ISO 8601 writes it; `undefined` for other texts and for a day that does not exist, as 30 February. */
export function momentOf(text: string): Date | undefined {
  const [, day, minute] = INSTANT.exec(text) ?? [];
  // Date would make 1 March of 30 February.
  if (readWallClock(`${day ?? ''} ${minute ?? ''}:00`, 'UTC') === undefined) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
