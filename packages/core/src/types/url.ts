import { type DataType, dataType } from './data-type.js';

const ADDRESS = /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/;

/** An address with its scheme. A response's is not checked further than being text. Source: protocol, documented. */
/* @__NO_SIDE_EFFECTS__ */
export function url(): DataType<string, string> {
  return dataType({
    name: 'URL',
    expected: 'an address with its scheme, as "https://example.org/"',
    jsonSchema: { type: 'string', format: 'uri' },
    write: (value) => (typeof value === 'string' && ADDRESS.test(value) ? value : undefined),
    plain: 'string',
    read: (wire) => (typeof wire === 'string' ? wire : undefined),
  });
}
