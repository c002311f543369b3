import { type DataType, dateTime } from '@streamone/core';
import { expect, test } from 'vitest';
import { parseValue } from './parse-value.js';

const anyType: DataType = dateTime();

test.each(['2020-02-29T00:00:00Z', '2020-03-01T00:00+01:00', '2020-12-31T23:59:59.5Z'])('%s is a moment', (text) => {
  expect(parseValue(dateTime(), text)).toEqual(new Date(text));
});

test.each(['2020-02-30T00:00:00Z', '2021-02-29T12:00+01:00', '2020-04-31T00:00:00Z', '2020-01-01T24:00:00Z'])(
  '%s is refused as its wall clock would be',
  (text) => {
    const value = parseValue(dateTime(), text);
    expect(value).toBe(text);
    expect(() => anyType.encode(value)).toThrow(/expected a valid Date.*given "20/s);
  },
);
