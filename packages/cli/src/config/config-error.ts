import { InvalidArgumentError } from '@streamone/node';

/** Where in the file something is wrong. */
export interface ConfigPlace {
  readonly path: string;
  /** Counted from 1. */
  readonly line?: number | undefined;
}

/** The refusal of something in the file; what was given is described, never repeated where it may be a secret. */
export function configError(
  { path, line }: ConfigPlace,
  expected: string,
  given: unknown,
  advice?: string,
): InvalidArgumentError {
  const argument = line === undefined ? path : `${path}:${line}`;
  return new InvalidArgumentError({ argument, expected, given, advice });
}
