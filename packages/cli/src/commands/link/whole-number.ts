import { InvalidArgumentError } from '@streamone/node';

/** Reads the value of an option that is a whole number; `undefined` where it is not given. @throws InvalidArgumentError */
export function wholeNumber(argument: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError({ argument, expected: 'a whole number, 0 or more', given: text });
}
