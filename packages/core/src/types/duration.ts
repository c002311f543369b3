import { type DataType, dataType } from './data-type.js';

const SECONDS = /^\d+(\.\d+)?$/;
const CLOCK = /^(?:\d+:)?\d{1,2}:\d{2}(?:\.\d+)?$/;

function finite(seconds: number): number | undefined {
  return Number.isFinite(seconds) ? seconds : undefined;
}

function readSeconds(text: string): number | undefined {
  if (SECONDS.test(text)) return finite(Number(text));
  // Not by groups of the pattern: a page of rows has one of these in each.
  if (!CLOCK.test(text)) return undefined;
  const [first, last] = [text.indexOf(':'), text.lastIndexOf(':')];
  const hours = first === last ? 0 : Number(text.slice(0, first));
  const minutes = Number(text.slice(first === last ? 0 : first + 1, last));
  const seconds = Number(text.slice(last + 1));
  if (minutes > 59 || seconds >= 60) return undefined;
  return finite(hours * 3600 + minutes * 60 + seconds);
}

/**
 * A length of time in seconds. As an argument a whole number (documented). `item.duration` comes as
 * text whose form is not documented; seconds and `[H:]MM:SS[.fff]` are read (inferred).
 */
/* @__NO_SIDE_EFFECTS__ */
export function duration(): DataType<number, number> {
  return dataType({
    name: 'Duration',
    expected: 'a length of time in whole seconds, not negative',
    jsonSchema: { type: ['number', 'string'] },
    write: (value) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined,
    read: (wire) => {
      if (typeof wire === 'string') return readSeconds(wire);
      return typeof wire === 'number' && wire >= 0 && Number.isFinite(wire) ? wire : undefined;
    },
  });
}
