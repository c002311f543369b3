import { InvalidArgumentError } from '@streamone/core';

const CONCURRENCY = 2;

/** How many files are sent at a time. @throws InvalidArgumentError for what is no number of files */
export function checkConcurrency(given: number = CONCURRENCY): number {
  if (Number.isSafeInteger(given) && given > 0) return given;
  throw new InvalidArgumentError({ argument: 'concurrency', expected: 'a whole number, 1 or more', given });
}

/** Whom a queue belongs to. @throws InvalidArgumentError where nobody is named */
export function checkPerson(given: string | undefined): string {
  if (typeof given === 'string' && given !== '') return given;
  const expected = "the ID of whom the queue belongs to, where the client has no person's session";
  throw new InvalidArgumentError({ argument: 'person', expected, given });
}
