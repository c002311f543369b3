import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import {
  AbortedError,
  HttpError,
  InvalidArgumentError,
  MalformedResponseError,
  NetworkError,
  StreamOneError,
  TimeoutError,
  TransportError,
  describeGiven,
  isApiError,
  isStreamOneError,
} from '../index.js';

const details = { reason: 'it broke', sent: 'unknown', command: 'item', action: 'view', requestId: 'r1' } as const;

test.each([
  ['AbortedError', new AbortedError(details), {}],
  ['TimeoutError', new TimeoutError({ ...details, limit: 'attempt', timeout: 50 }), { limit: 'attempt', timeout: 50 }],
  ['NetworkError', new NetworkError({ ...details, code: 'ECONNREFUSED' }), { code: 'ECONNREFUSED' }],
  ['HttpError', new HttpError({ ...details, httpStatus: 503, excerpt: 'busy' }), { httpStatus: 503, excerpt: 'busy' }],
  ['MalformedResponseError', new MalformedResponseError({ ...details, excerpt: '<' }), { excerpt: '<' }],
])('%s', (name, error, data) => {
  expect(error).toBeInstanceOf(TransportError);
  expect(error).toBeInstanceOf(StreamOneError);
  expect(error.name).toBe(name);
  expect(error.message).toBe('item/view: it broke');
  expect(error).toMatchObject({
    sent: 'unknown',
    command: 'item',
    action: 'view',
    requestId: 'r1',
    attempts: 0,
    ...data,
  });
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name, message: 'item/view: it broke', ...data });
  expect([isStreamOneError(error), isApiError(error)]).toEqual([true, false]);
});

test('an InvalidArgumentError tells what was given, what was expected and what to do', () => {
  const error = new InvalidArgumentError({ argument: 'limit', expected: 'a number', given: 'ten', advice: 'Give 10.' });
  expect(error.message).toBe('limit: expected a number, given "ten". Give 10.');
  expect(error).toMatchObject({ argument: 'limit', expected: 'a number', given: '"ten"', advice: 'Give 10.' });
});

test('a refusal is told of a place that the code which refused did not know', () => {
  const element = new InvalidArgumentError({ argument: '[2]', expected: 'x', given: 1 });
  const placed = element.at({ argument: 'item' }).at({ command: 'item', action: 'view', requestId: 'r1' });
  expect(placed.message).toBe('item/view: item[2]: expected x, given 1.');
  expect(placed).toMatchObject({ argument: 'item[2]', command: 'item', action: 'view', requestId: 'r1' });
  expect(placed.at({ argument: 'other', command: 'user' })).toMatchObject({ argument: 'item[2]', command: 'item' });
});

test('a refusal that turns out to be about a secret is masked', () => {
  const inner = new InvalidArgumentError({ expected: 'a string', given: ['canary'] });
  expect(inner.at({ argument: 'password' })).toMatchObject({ given: '[redacted]' });
});

test.each([
  ['x'.repeat(100), `"${'x'.repeat(80)}…"`],
  ['a"b\n', '"a\\"b\\n"'],
  [1.5, '1.5'],
  [undefined, 'undefined'],
  [null, 'null'],
  [true, 'true'],
  [7n, '7n (a bigint)'],
  [Symbol('s'), 'a symbol'],
  [() => 1, 'a function'],
  [new Date(0), 'the date 1970-01-01T00:00:00.000Z'],
  [new Date(Number.NaN), 'an invalid Date'],
  [[1, 2], 'an array of 2'],
  [{ psk: 'canary' }, 'an object'],
])('describes what was given: %o', (value, words) => {
  expect(describeGiven(value)).toBe(words);
});

test('util.inspect shows the class, the stack and the data', () => {
  const error = new NetworkError({ ...details, code: 'ECONNRESET', cause: new TypeError('below') });
  const shown = inspect(error);
  expect(shown).toMatch(/^NetworkError: item\/view: it broke\n\s+at /);
  expect(shown).toContain('"code": "ECONNRESET"');
  expect(shown).toContain('"below"');
  expect(inspect(new Error('outer', { cause: error }))).toContain('NetworkError: item/view: it broke');
});

test('data that JSON cannot hold does not break the dump of an error', () => {
  const cause: Error & { self?: unknown } = new Error('big', { cause: { size: 10n, nothing: undefined } });
  cause.self = cause;
  expect(inspect(new AbortedError({ ...details, cause }))).toContain('"size": "10"');
});
