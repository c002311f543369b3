import { InvalidArgumentError, REDACTED } from '@streamone/core';

/** What is wrong at a place in JSON. */
export interface Wrong {
  readonly expected: string;
  readonly given: unknown;
  /** Whether what was given must not be shown. */
  readonly secret?: boolean | undefined;
  readonly advice?: string | undefined;
}

/** Refuses what stands at a place in JSON. @throws InvalidArgumentError always; its argument is the place. */
export function refuse(path: string, { expected, given, secret = false, advice }: Wrong): never {
  throw new InvalidArgumentError({ argument: path, expected, given: secret ? REDACTED : given, advice });
}
