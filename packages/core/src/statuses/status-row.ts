import { packedStatuses } from './packed-statuses.js';
import type { StatusKind } from './status-table.js';

/** Name and kind of a status. */
export interface StatusRow {
  /** As `ITEM_NOT_FOUND`; `UNKNOWN_STATUS` for a code that is not in the table. */
  readonly name: string;
  readonly kind: StatusKind;
}

const unknownRow: StatusRow = { name: 'UNKNOWN_STATUS', kind: 'unknown' };

/** Looks a code up in the status table; an unknown one has the kind `unknown`. */
export function statusRow(code: number): StatusRow {
  const row = packedStatuses.find((known) => known[0] === code);
  return row === undefined ? unknownRow : { name: row[1], kind: row[2] };
}
