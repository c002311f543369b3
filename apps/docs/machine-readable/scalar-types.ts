import {
  type DataType,
  bool,
  dateTime,
  duration,
  hash,
  integer,
  ipMask,
  keywords,
  label,
  text,
  timeZone,
  url,
} from '@streamone/core';
import type { ScalarType } from './scalar-type.ts';

const safe = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

/** Each with the limits that a client of the toolkit enforces before it sends; a test holds the two together. */
const scalars: readonly ScalarType[] = [
  {
    type: hash(),
    schema: 'Hash',
    description: 'An ID: 12 characters of letters, digits, `_` and `-` today, 6 to 10 in old data.',
    evidence: 'observed',
    argument: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' },
  },
  {
    type: text(),
    schema: 'String',
    description: 'Any text.',
    evidence: 'documented',
    argument: { type: 'string' },
    emptyIsText: true,
    inline: true,
    comma: true,
  },
  {
    type: bool(),
    schema: 'Boolean',
    description: 'True or false; `1` or `0` in the form of a request.',
    evidence: 'documented',
    argument: { type: 'boolean' },
    form: { type: 'string', enum: ['1', '0'] },
    inline: true,
  },
  {
    type: integer(),
    schema: 'Integer',
    description: 'A whole number; the toolkit sends those that JavaScript holds exactly.',
    evidence: 'observed',
    argument: { type: 'integer', ...safe },
    inline: true,
  },
  {
    type: label(),
    schema: 'Label',
    description: 'A short fixed word. Known ones are given as examples: a new one may appear any day.',
    evidence: 'documented',
    argument: { type: 'string', pattern: '^[^\\s,]{1,100}$' },
  },
  {
    type: url(),
    schema: 'Url',
    description: 'An address with its scheme.',
    evidence: 'documented',
    argument: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:\\S+$' },
    comma: true,
  },
  {
    type: dateTime(),
    schema: 'DateTime',
    description:
      'A moment as a wall clock, `YYYY-MM-DD HH:MM:SS`. In a request it may name its zone (`2014-01-01 00:00:00@UTC`), ' +
      "else it is in the request's `timezone`, else in the actor's. In a response it is in the zone that the header names. " +
      'The pattern does not know how many days a month has.',
    evidence: 'documented',
    argument: {
      type: 'string',
      pattern:
        '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]) ([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(@[A-Za-z0-9_+:/-]{1,64})?$',
      examples: ['2014-01-01 00:00:00@UTC', '2014-01-01 00:00:00'],
    },
  },
  {
    type: duration(),
    schema: 'Duration',
    description:
      'A length of time. In a request whole seconds (documented); in a response a text whose form is not documented: ' +
      'take seconds and `[H:]MM:SS[.fff]` (inferred).',
    evidence: 'documented',
    argument: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  },
  {
    type: timeZone(),
    schema: 'TimeZone',
    description: 'The IANA name of a zone, as `Europe/Amsterdam`.',
    evidence: 'documented',
    argument: { type: 'string', pattern: '^[A-Za-z0-9_+:/-]{1,64}$', examples: ['Europe/Amsterdam'] },
  },
  {
    type: ipMask(),
    schema: 'IpMask',
    description: 'A mask of IP addresses. The type is documented by its name; the form of a mask is not known.',
    evidence: 'documented',
    argument: { type: 'string', pattern: '^\\S{1,1000}$' },
    comma: true,
  },
  {
    type: keywords(),
    schema: 'Keywords',
    description:
      'Keywords: a text with commas between them in a request (documented), a list in a response (observed).',
    evidence: 'documented',
    argument: {
      anyOf: [{ type: 'string' }, { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[^,]+$' } }],
    },
    form: { type: 'string' },
    emptyIsText: true,
    comma: true,
  },
];

/** Every scalar data type by the name that the API's documents have for it. */
export const scalarTypes: ReadonlyMap<string, ScalarType> = new Map(scalars.map((each) => [each.type.name, each]));

/**
 * The scalar that a type is.
 *
 * @throws Error for a type that the table lacks: the catalogue has grown, and so must the table.
 */
export function scalarOf({ name }: DataType): ScalarType {
  const found = scalarTypes.get(name);
  if (found === undefined) throw new Error(`scalar-types.ts lacks the data type "${name}"`);
  return found;
}
