import { type DataType, dataType } from './data-type.js';

const ZONE = /^[A-Za-z0-9_+:/-]{1,64}$/;

/** The IANA name of a zone, as `Europe/Amsterdam`. Which names are known is for the platform to say. Source: protocol, documented. */
/* @__NO_SIDE_EFFECTS__ */
export function timeZone(): DataType<string, string> {
  return dataType({
    name: 'TimeZone',
    expected: 'the IANA name of a zone, as "Europe/Amsterdam"',
    jsonSchema: { type: 'string' },
    write: (value) => (typeof value === 'string' && ZONE.test(value) ? value : undefined),
    plain: 'string',
    read: (wire) => (typeof wire === 'string' ? wire : undefined),
  });
}
