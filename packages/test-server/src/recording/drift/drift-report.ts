/**
 * What kind of difference it is:
 * - `unknown-action`: the catalogue lacks the action, or has one that the platform does not know
 * - `accepted`: the platform took arguments that the catalogue says it would refuse
 * - `malformed`, `http-status`: the answer is no response, or came with another HTTP status than 200
 * - `unknown-status`: not in the status table; `unlisted-status`: not one of those that the action is known to answer
 * - `header`: a field of the header that is unknown, missing or of another type
 * - `unknown-field`, `missing-field`, `wrong-type`, `new-label`: in the body
 * - `paging`: another number of rows than `limit`, its default and `count` let expect
 */
export type DriftKind =
  | 'unknown-action'
  | 'accepted'
  | 'malformed'
  | 'http-status'
  | 'unknown-status'
  | 'unlisted-status'
  | 'header'
  | 'unknown-field'
  | 'missing-field'
  | 'wrong-type'
  | 'new-label'
  | 'paging';

/** A difference between what a platform does and what the catalogue says. It shows types and numbers, never values that may be secret. */
export interface DriftReport {
  readonly command: string;
  readonly action: string;
  readonly kind: DriftKind;
  /** Where, as `[].datecreated` in the body (`[]` for any element), `arguments.limit` or `header.count`; empty for the whole. */
  readonly path: string;
  /** What the catalogue says, in words. */
  readonly expected: string;
  /** What was found, in words: mostly its type. */
  readonly given: string;
  /** How many answers showed it. */
  readonly answers: number;
}

/** One finding in one answer. */
export type Finding = Pick<DriftReport, 'kind' | 'path' | 'expected' | 'given'>;
