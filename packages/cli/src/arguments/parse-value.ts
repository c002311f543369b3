import type { DataType } from '@streamone/core';
import { isMoment } from './is-moment.js';

const WHOLE = /^[+-]?\d+$/;
const YES = new Set(['1', 'true', 'yes']);
const NO = new Set(['0', 'false', 'no']);

/**
 * Reads the text of an argument as its data type wants it. What does not fit is handed on as text,
 * so that the client refuses it with the argument's name and what is expected. Empty text unsets.
 */
export function parseValue(type: DataType, text: string): unknown {
  if (text === '') return null;
  if (type.element !== undefined) {
    const { element } = type;
    return text.split(',').map((part) => parseValue(element, part.trim()));
  }
  switch (type.name) {
    case 'Boolean':
      if (YES.has(text.toLowerCase())) return true;
      return NO.has(text.toLowerCase()) ? false : text;
    case 'Integer':
    case 'Duration':
      return WHOLE.test(text) ? Number(text) : text;
    case 'DateTime':
      return isMoment(text) ? new Date(text) : text;
    default:
      return text;
  }
}
