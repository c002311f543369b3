import { InvalidArgumentError } from '@streamone/core';

/** Which entries to show: those that fit all that is given. */
export interface JournalFilter {
  readonly command?: string;
  readonly action?: string;
  /** A status of the API, as 0 or 6. */
  readonly status?: number;
  /** ID of the user or application. */
  readonly actor?: string;
  /** Only what was refused, or (`false`) only what was not. */
  readonly refused?: boolean;
  /** Only entries after the one with this ID. */
  readonly after?: number;
  /** Only entries before the one with this ID. */
  readonly before?: number;
  /** Of those that fit, only the last so many. */
  readonly limit?: number;
}

const TEXT = ['a text', (given: unknown) => typeof given === 'string'] as const;
const WHOLE = ['a whole number from 0', (given: unknown) => Number.isSafeInteger(given) && Number(given) >= 0] as const;

const NAMES: Readonly<Record<keyof JournalFilter, readonly [expected: string, fits: (given: unknown) => boolean]>> = {
  command: TEXT,
  action: TEXT,
  status: WHOLE,
  actor: TEXT,
  refused: ['true or false', (given) => typeof given === 'boolean'],
  after: WHOLE,
  before: WHOLE,
  limit: WHOLE,
};

const RULES: ReadonlyMap<string, readonly [expected: string, fits: (given: unknown) => boolean]> = new Map(
  Object.entries(NAMES),
);

/** Checks a filter. @throws InvalidArgumentError for a name that is not known, or a value that is not of its kind. */
export function checkJournalFilter(filter: JournalFilter): void {
  for (const [name, given] of Object.entries(filter)) {
    const rule = RULES.get(name);
    if (rule === undefined) {
      throw new InvalidArgumentError({
        argument: 'journal filter',
        expected: `options named ${[...RULES.keys()].join(', ')}`,
        given: name,
      });
    }
    const [expected, fits] = rule;
    if (given === undefined || fits(given)) continue;
    throw new InvalidArgumentError({ argument: `journal filter ${name}`, expected, given });
  }
}
