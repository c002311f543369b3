import type { ArgumentValue } from '@streamone/core';

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

/** Reads what was typed as a value of a kind. What is no value of it is left to core, which says why. */
export function typedValue(kind: ArgumentKind, text: string): ArgumentValue {
  switch (kind) {
    case 'number':
      return text.trim() === '' ? Number.NaN : Number(text);
    case 'boolean':
      return text === 'true';
    case 'date':
      return new Date(text);
    case 'list':
      return text === '' ? [] : text.split('\n');
    case 'null':
      return null;
    default:
      return text;
  }
}
