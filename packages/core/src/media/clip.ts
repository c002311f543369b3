import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/** A virtual clip: a part of a recording, cut out as it is played. Source: protocol, documented. */
export interface Clip {
  /** Where the clip begins, in whole seconds from the start of the recording. */
  readonly smartstart?: number | undefined;
  /** Where the clip ends, in whole seconds from the start of the recording; after `smartstart`. */
  readonly smartend?: number | undefined;
}

/**
 * Whole seconds from the start of a recording. Whether the platform takes fractions is not known, so they are refused.
 *
 * @throws InvalidArgumentError when it is something else.
 */
export function wholeSeconds(argument: string, seconds: unknown): number {
  if (Number.isSafeInteger(seconds) && (seconds as number) >= 0) return seconds as number;
  throw new InvalidArgumentError({ argument, expected: 'whole seconds, 0 or more', given: seconds });
}

/**
 * Checks that a clip is one.
 *
 * @throws InvalidArgumentError when a time is not whole seconds, or the end is not after the start.
 */
export function checkClip({ smartstart, smartend }: Clip): void {
  const start = smartstart === undefined ? 0 : wholeSeconds('smartstart', smartstart);
  if (smartend === undefined || wholeSeconds('smartend', smartend) > start) return;
  throw new InvalidArgumentError({
    argument: 'smartend',
    expected: `seconds after the start, ${start}`,
    given: smartend,
  });
}

/** The segments of a path that cut a clip out; none when there is no clip. */
export function clipSegments({ smartstart, smartend }: Clip): string {
  checkClip({ smartstart, smartend });
  const start = smartstart === undefined ? '' : `/smartstart=${smartstart}`;
  return smartend === undefined ? start : `${start}/smartend=${smartend}`;
}
