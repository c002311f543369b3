import { InvalidArgumentError } from '@streamone/core';

/** Reads the value of an option that is a whole number. @throws InvalidArgumentError */
export function wholeNumber(option: string, given: string): number {
  if (/^\d{1,15}$/.test(given)) return Number(given);
  throw new InvalidArgumentError({ argument: `--${option}`, expected: 'a whole number', given });
}
