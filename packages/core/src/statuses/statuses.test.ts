import { describe, expect, expectTypeOf, test } from 'vitest';
import { tally, vectors } from '../../test/vectors.js';
import {
  AccessDeniedError,
  ApiError,
  type ApiErrorDetails,
  AuthenticationError,
  ClockSkewError,
  ConflictError,
  InternalError,
  InvalidInputError,
  InvalidStateError,
  NotFoundError,
  RateLimitedError,
  ReadOnlyError,
  SessionError,
  Status,
  type StatusKind,
  type StatusName,
  StreamOneError,
  UnknownStatusError,
  createApiError,
  describeStatus,
  isApiError,
  isStreamOneError,
  retryAdvice,
} from '../index.js';
import { describeStatus as fromSubpath, statusTable } from './index.js';
import { packedStatuses } from './packed-statuses.js';

const table = vectors('statuses') as readonly { code: number; name: string; kind: string; meaning: string }[];

test('145 of 145 statuses, code, name, kind and meaning', () => {
  expect(table).toHaveLength(145);
  expect(statusTable.map(([code]) => describeStatus(code))).toEqual(table);
  expect(Status).toEqual(Object.fromEntries(table.map(({ code, name }) => [name, code])));
  expect(Object.isFrozen(Status)).toBe(true);
  expect(fromSubpath).toBe(describeStatus);
});

test('the packed table is the table', () => {
  expect(packedStatuses).toEqual(statusTable);
});

test('a status by its name, also as a type', () => {
  expect(Status.ITEM_NOT_FOUND).toBe(120);
  expectTypeOf(Status.ITEM_NOT_FOUND).toEqualTypeOf<120>();
  expectTypeOf<'ITEM_NOT_FOUND'>().toExtend<StatusName>();
  // @ts-expect-error there is no such status
  expect(Status.NO_SUCH_STATUS).toBeUndefined();
});

test.each([999, -1, 1.5, Number.NaN])('an unknown code is described, not refused: %s', (code) => {
  expect(describeStatus(code)).toEqual({
    code,
    name: 'UNKNOWN_STATUS',
    kind: 'unknown',
    meaning: 'not in the table of known statuses; it may be new',
  });
});

const classes: Record<StatusKind, new (details: ApiErrorDetails) => ApiError> = {
  ok: ApiError,
  authentication: AuthenticationError,
  'access-denied': AccessDeniedError,
  'invalid-input': InvalidInputError,
  'not-found': NotFoundError,
  conflict: ConflictError,
  'invalid-state': InvalidStateError,
  'rate-limited': RateLimitedError,
  'read-only': ReadOnlyError,
  session: SessionError,
  'clock-skew': ClockSkewError,
  internal: InternalError,
  unknown: UnknownStatusError,
};

function errorOf(status: number, details: Partial<ApiErrorDetails> = {}): ApiError {
  const header = { status, statusmessage: 'said' };
  return createApiError({ command: 'item', action: 'view', header, body: null, ...details });
}

test('every kind occurs', () => {
  expect(Object.keys(tally([...table.map(({ kind }) => kind), 'unknown'])).toSorted()).toEqual(
    Object.keys(classes).toSorted(),
  );
});

describe.each([...table, { code: 999, name: 'UNKNOWN_STATUS', kind: 'unknown' }])(
  '$code $name',
  ({ code, name, kind }) => {
    test('has the class of its kind, and no other', () => {
      const error = errorOf(code);
      const expected = classes[kind as StatusKind];
      expect(Object.getPrototypeOf(error)).toBe(expected.prototype);
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toBeInstanceOf(StreamOneError);
      expect(error).toBeInstanceOf(Error);
      expect(error.name).toBe(expected.name);
      expect(error).toMatchObject({ status: code, statusName: name, kind });
      expect(error.message).toBe(`item/view: status ${code} ${name}: said`);
    });
  },
);

test('carries what architecture.md promises', () => {
  const header = { status: 120, statusmessage: 'Item not found', apiversion: 3 };
  const body = { hint: 'x' };
  const cause = new Error('why');
  const error = errorOf(120, {
    header,
    body,
    attempts: 2,
    requestId: 'r7',
    httpStatus: 200,
    advice: 'Look again',
    cause,
  });
  expect(error).toMatchObject({ command: 'item', action: 'view', attempts: 2, requestId: 'r7', httpStatus: 200 });
  expect(error.header).toBe(header);
  expect(error.body).toBe(body);
  expect(error.cause).toBe(cause);
  expect(error.message).toBe('item/view: status 120 ITEM_NOT_FOUND: Item not found (Look again)');
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'NotFoundError',
    message: error.message,
    command: 'item',
    action: 'view',
    requestId: 'r7',
    attempts: 2,
    status: 120,
    statusName: 'ITEM_NOT_FOUND',
    kind: 'not-found',
    httpStatus: 200,
    header,
    body,
    cause: { name: 'Error', message: 'why' },
  });
  expect(errorOf(5, { header: { status: 5, statusmessage: '' } }).message).toBe('item/view: status 5 INVALID_ACTION');
  expect(errorOf(5)).toMatchObject({ attempts: 0, requestId: undefined, httpStatus: undefined });
});

test('isApiError narrows', () => {
  const error: unknown = errorOf(120);
  expect(isApiError(error)).toBe(true);
  expect(isApiError(error, Status.ITEM_NOT_FOUND)).toBe(true);
  expect(isApiError(error, Status.OK)).toBe(false);
  expect([isApiError(new Error('x')), isApiError(null), isApiError({ status: 120, statusName: 'x' })]).toEqual([
    false,
    false,
    false,
  ]);
  if (isApiError(error, Status.ITEM_NOT_FOUND)) expectTypeOf(error.status).toEqualTypeOf<120>();
  if (isApiError(error)) {
    expectTypeOf(error.status).toEqualTypeOf<number>();
    expectTypeOf(error.kind).toEqualTypeOf<StatusKind>();
  }
  expect(isStreamOneError(error)).toBe(true);
  expect(isStreamOneError({ ...(error as object) })).toBe(false);
});

test('retry advice follows the kind, and an unknown code is never worth a try', () => {
  const advised = table.filter(({ code }) => retryAdvice(code) !== 'never');
  expect(advised.map(({ code }) => [code, retryAdvice(code)])).toEqual([
    [1, 'later'],
    [2, 'with-right-clock'],
    [8, 'after-wait'],
    [10, 'later'],
    [90, 'later'],
    [119, 'later'],
  ]);
  expect(retryAdvice(999)).toBe('never');
});
