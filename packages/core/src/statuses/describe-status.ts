import { statusMeanings } from './status-meanings.js';
import { statusRow } from './status-row.js';
import type { StatusKind } from './status-table.js';

/** What is known of a status. */
export interface StatusDescription {
  readonly code: number;
  /** As `ITEM_NOT_FOUND`; `UNKNOWN_STATUS` for a code that is not in the table. */
  readonly name: string;
  /** What it says about the request; `unknown` for a code that is not in the table. */
  readonly kind: StatusKind;
  /** In a few words. */
  readonly meaning: string;
}

/** Describes a status code. A code that the table lacks is described as unknown, never refused. */
export function describeStatus(code: number): StatusDescription {
  const meaning = statusMeanings[code] ?? 'not in the table of known statuses; it may be new';
  return { code, ...statusRow(code), meaning };
}
