import { type ArgumentValue, InvalidArgumentError } from '@streamone/core';
import { momentOf } from '../moment-of.ts';

/** What an argument is in TypeScript; how it is written follows from that. */
export type ArgumentKind = 'text' | 'number' | 'boolean' | 'date' | 'list' | 'null';

/** The kinds by the words that the form shows for them. */
export const argumentKinds: Readonly<Record<ArgumentKind, string>> = {
  text: 'text',
  number: 'number',
  boolean: 'true or false',
  date: 'date',
  list: 'list, one a line',
  null: 'null (unset)',
};

function numberOf(argument: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InvalidArgumentError({ argument, expected: 'a finite number', given: text });
}

function dateOf(argument: string, text: string): Date {
  const value = momentOf(text.trim());
  if (value !== undefined) return value;
  throw new InvalidArgumentError({ argument, expected: 'a valid date, as 2024-01-31T12:00:00Z', given: text });
}

/**
 * Reads what was typed as a value of a kind.
 *
 * @throws InvalidArgumentError with the text as it was typed, where it is no value of the kind.
 */
export function typedValue(argument: string, kind: ArgumentKind, text: string): ArgumentValue {
  switch (kind) {
    case 'number':
      return numberOf(argument, text);
    case 'boolean':
      return text === 'true';
    case 'date':
      return dateOf(argument, text);
    case 'list':
      return text === '' ? [] : text.split('\n');
    case 'null':
      return null;
    default:
      return text;
  }
}
