import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { utcWallClock } from '../time/utc-wall-clock.js';

/** A single value of an argument. */
export type ArgumentScalar = string | number | boolean | Date;

/** A value of an argument: `undefined` is not sent, `null` is sent empty, which unsets. */
export type ArgumentValue = ArgumentScalar | readonly ArgumentScalar[] | null | undefined;

/** `1e-7` as `0.0000001`: PHP's form parser reads digits, and so may whoever reads them behind it. */
function plainDecimal(value: number): string {
  const text = String(value);
  const [mantissa = '', exponent] = text.split('e-');
  if (exponent === undefined) return text;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits}`;
}

function encodeNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (!Number.isFinite(value)) {
    throw new InvalidArgumentError({ expected: 'a finite number', given: value });
  }
  if (Number.isInteger(value)) {
    throw new InvalidArgumentError({
      expected: `an integer from ${Number.MIN_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`,
      given: value,
      advice: 'Larger numbers lose digits in JavaScript; give it as a string of digits.',
    });
  }
  return plainDecimal(value);
}

/**
 * Writes one value as the platform reads it: a boolean as `1` or `0`, a number in plain decimals,
 * a `Date` as `YYYY-MM-DD HH:MM:SS@UTC` with its milliseconds cut off, a string as it is.
 * Source: protocol, documented (booleans, dates) and observed (numbers).
 *
 * @throws InvalidArgumentError for whatever has no faithful form.
 */
export function encodeScalar(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return encodeNumber(value);
    case 'boolean':
      return value ? '1' : '0';
    default:
      if (value instanceof Date) return `${utcWallClock(value)}@UTC`;
      throw new InvalidArgumentError({
        expected: 'a string, number, boolean, Date, null, or an array of these without null',
        given: value,
      });
  }
}

function encodeElement(value: unknown, index: number): string {
  let text: string;
  try {
    text = encodeScalar(value);
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw error.at({ argument: `[${index}]` });
    throw error;
  }
  if (text.includes(',')) {
    throw new InvalidArgumentError({
      argument: `[${index}]`,
      expected: 'an element without a comma',
      given: value,
      advice: 'Elements are joined by commas, so the platform would read it as several.',
    });
  }
  return text;
}

/**
 * Writes the value of an argument: `null` as an empty text (which unsets), an array joined by
 * commas, anything else as {@link encodeScalar}. An empty array is written empty, as PHP does.
 *
 * @throws InvalidArgumentError when an element holds a comma or a value has no faithful form.
 */
export function encodeArgument(value: unknown): string {
  if (value === null) return '';
  if (!Array.isArray(value)) return encodeScalar(value);
  // Not by map, which would pass over holes and leave them empty.
  let joined = '';
  for (const [index, element] of value.entries()) joined += (index === 0 ? '' : ',') + encodeElement(element, index);
  return joined;
}
