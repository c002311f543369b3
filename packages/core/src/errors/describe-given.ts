const LONGEST = 80;

function quote(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return JSON.stringify(cut);
}

/** Says in a few words what was given, for an error message: the value where it is short, else its kind. */
export function describeGiven(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'bigint':
      return `${value}n (a bigint)`;
    case 'function':
      return 'a function';
    case 'symbol':
      return 'a symbol';
    case 'object':
      break;
    default:
      return String(value);
  }
  if (value === null) return 'null';
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? 'an invalid Date' : `the date ${value.toISOString()}`;
  }
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return 'an object';
}
