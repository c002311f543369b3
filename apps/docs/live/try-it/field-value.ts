import { type DataType, encodeArgument } from '@streamone/core';
import { momentOf } from '../moment-of.ts';

/** An argument as it is typed. */
export interface FieldState {
  text: string;
  /** Whether null is sent, which unsets. */
  unset: boolean;
}

/** The form that a field has. */
export type FieldForm = 'boolean' | 'choice' | 'number' | 'list' | 'date' | 'text';

/** Which form fits a data type. */
export function fieldForm({ name, values = [], element }: DataType): FieldForm {
  if (name === 'Boolean') return 'boolean';
  if (values.length > 0) return 'choice';
  if (element !== undefined) return 'list';
  if (name === 'DateTime') return 'date';
  return name === 'Integer' || name === 'Duration' ? 'number' : 'text';
}

/** What a field starts with, for an example's value. */
export function fieldState(value: unknown): FieldState {
  if (value === undefined || value === null) return { text: '', unset: value === null };
  return { text: typeof value === 'boolean' ? String(value) : encodeArgument(value), unset: false };
}

/**
 * The value that a field holds; `undefined`, which is not sent, where nothing was typed. What is no value of the type is
 * given as it is: the client refuses it, and says why.
 */
export function fieldValue(form: FieldForm, { text, unset }: FieldState): unknown {
  if (unset) return null;
  if (text === '') return undefined;
  switch (form) {
    case 'boolean':
      return text === 'true';
    case 'number':
      return /^[+-]?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
    case 'list':
      return text.split(',').map((element) => element.trim());
    case 'date':
      // As on a command line; a wall clock stays text.
      return momentOf(text.trim()) ?? text.trim();
    default:
      return text;
  }
}
