import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AbortedError,
  type ApiErrorDetails,
  type Credentials,
  HttpError,
  InvalidArgumentError,
  MismatchError,
  NetworkError,
  TimeoutError,
  application,
  createApiError,
  excerpt,
  parseResponse,
  redact,
  session,
  signRequest,
  user,
} from '../src/index.js';

// A bird for each secret, put wherever a user of the package can put one. None may be heard.
const names = [
  'psk',
  'sessionkey',
  'key',
  'password',
  'signature',
  'uploadtoken',
  'token',
  'v2hash',
  'response',
] as const;
const secret = fc.stringMatching(/^canary[A-Za-z0-9]{6,20}$/);
const named = fc.record({ name: fc.constantFrom(...names), bird: secret });

/** Everything that a log, a debugger's print or a crash shows of a value. */
function dumps(value: unknown): string[] {
  const shown = [
    JSON.stringify(value),
    JSON.stringify({ value: [value] }),
    inspect(value),
    inspect(value, { showHidden: true, depth: Infinity, getters: true }),
    inspect({ value: [value], map: new Map([['x', value]]) }, { showHidden: true, depth: Infinity }),
    inspect(new Error('outer', { cause: value }), { depth: Infinity }),
    JSON.stringify(redact({ value })),
    value as string,
  ];
  if (value instanceof Error) shown.push(value.message, value.stack ?? '', String(value));
  return shown;
}

function expectSilence(value: unknown, bird: string): void {
  for (const dump of dumps(value)) expect(dump).not.toContain(bird);
}

/** The shapes in which a text holds a secret. */
const shapes: readonly ((name: string, bird: string) => string)[] = [
  (name, bird) => JSON.stringify({ [name]: bird }),
  (name, bird) => JSON.stringify({ header: {}, deep: [{ x: 'y', [name]: bird }] }, null, 2),
  (name, bird) => JSON.stringify({ log: JSON.stringify({ [name]: bird, more: 1 }) }),
  (name, bird) => JSON.stringify({ [name]: `with "quotes" ${bird}` }),
  (name, bird) => `{"x":1,"${name}":"${bird}`,
  (name, bird) => `a=1&${name}=${bird}&b=2`,
  (name, bird) => `https://api.test/api/item/view?${name}=${bird}`,
  (name, bird) => `<a href="/x?y=1&amp;${name}=${bird}">x</a>`,
  (name, bird) => inspect({ request: { [name]: bird } }),
];
const shape = fc.constantFrom(...shapes);

/** The shapes in which a value holds one. */
const values: readonly ((name: string, bird: string) => unknown)[] = [
  (name, bird) => ({ [name]: bird }),
  (name, bird) => [{ deep: { deeper: [{ [name.toUpperCase()]: bird }] } }],
  (name, bird) => ({ [name]: { any: ['thing', bird] } }),
  (name, bird) => new Map([[name, bird]]),
  (name, bird) => new Set([`${name}=${bird}`]),
  (name, bird) => new URL(`https://a.test/?${name}=${bird}`),
  (name, bird) => new URLSearchParams({ [name]: bird }),
  (name, bird) => new Headers({ [name]: bird }),
  (name, bird) => new Error(`failed: ?${name}=${bird}`, { cause: { [name]: bird } }),
  (name, bird) => Buffer.from(`${name}=${bird}`),
  (name, bird) => ({ toJSON: () => ({ [name]: bird }) }),
  (name, bird) => {
    const circle: Record<string, unknown> = { [name]: bird };
    circle['circle'] = circle;
    return circle;
  },
  (_, bird) => ({
    get bad(): string {
      throw new Error(bird);
    },
  }),
  ...shapes,
];
const value = fc.constantFrom(...values);

test('credentials', () => {
  fc.assert(
    fc.property(secret, secret, (psk, key) => {
      const app = application({ id: 'A', psk });
      for (const credentials of [user({ id: 'U', psk }), app, session(app, { id: 'S', key: `${key}2` })]) {
        expectSilence(credentials, psk);
        expectSilence(credentials, `${key}2`);
      }
    }),
    { numRuns: 50 },
  );
});

test('credentials that are refused', () => {
  fc.assert(
    fc.property(secret, (bird) => {
      const app = application({ id: 'A', psk: bird });
      const attempts = [
        () => user({ id: '', psk: bird }),
        () => user({ id: 'U', psk: [bird] as never }),
        () => application({ id: 'A', psk: { bird } as never }),
        () => session(app, { id: '', key: bird }),
        () => session(app, { id: 'S', key: { bird } as never }),
      ];
      for (const attempt of attempts) expectSilence(thrownBy(attempt), bird);
    }),
    { numRuns: 20 },
  );
});

test('a signed request', async () => {
  await fc.assert(
    fc.asyncProperty(named, async ({ name, bird }) => {
      const given = { command: 'session', action: 'create', arguments: { [name]: bird, user: 'u' } };
      const signed = await signRequest(given, user({ id: 'U', psk: 'k' }), { timestamp: 1, hmac: () => `${bird}f00` });
      expect(signed.query).toContain(`signature=${bird}f00`);
      expect(signed.body).toContain(`${name}=${bird}`);
      expectSilence(signed, bird);
      expect(inspect(signed)).toContain('user=u');
    }),
    { numRuns: 50 },
  );
});

test('a request that is refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      named,
      fc.constantFrom<Credentials | undefined>(user({ id: 'U', psk: 'k' }), undefined),
      async ({ name, bird }, by) => {
        for (const given of [[bird, 'a,b'], [bird, null], { bird }, `${bird}\uD83C`]) {
          const request = { command: 'session', action: 'create', arguments: { [name]: given as never } };
          const credentials = by ?? ({ type: 'user', id: 'U', psk: bird } as never);
          const error: unknown = await signRequest(request, credentials, { timestamp: 1 }).catch(
            (thrown: unknown) => thrown,
          );
          expect(error).toBeInstanceOf(InvalidArgumentError);
          expectSilence(error, bird);
        }
      },
    ),
    { numRuns: 50 },
  );
});

describe('errors', () => {
  test('of the API, with a header, a body and a cause', () => {
    fc.assert(
      fc.property(named, shape, value, value, ({ name, bird }, inText, inBody, inCause) => {
        const details: ApiErrorDetails = {
          command: 'item',
          action: 'view',
          header: { status: 6, statusmessage: inText(name, bird), [name]: bird, extra: inBody(name, bird) },
          body: inBody(name, bird),
          cause: inCause(name, bird),
          advice: inText(name, bird),
        };
        const error = createApiError(details);
        expectSilence(error, bird);
        expectSilence(new AbortedError({ reason: 'x', sent: 'no', cause: error }), bird);
      }),
      { numRuns: 300 },
    );
  });

  test('of the transport', () => {
    fc.assert(
      fc.property(named, shape, value, ({ name, bird }, inText, inCause) => {
        const details = { reason: inText(name, bird), sent: 'unknown', cause: inCause(name, bird) } as const;
        expectSilence(new NetworkError(details), bird);
        expectSilence(new TimeoutError({ ...details, limit: 'total', timeout: 1 }), bird);
        expectSilence(new HttpError({ ...details, httpStatus: 502, excerpt: excerpt(inText(name, bird)) }), bird);
      }),
      { numRuns: 200 },
    );
  });

  test('of arguments', () => {
    fc.assert(
      fc.property(named, shape, value, ({ name, bird }, inText, given) => {
        const expected = 'something else';
        expectSilence(new InvalidArgumentError({ argument: name, expected, given: bird }), bird);
        expectSilence(new InvalidArgumentError({ argument: `${name}[2]`, expected, given: bird }), bird);
        expectSilence(new InvalidArgumentError({ argument: 'item', expected, given: given(name, bird) }), bird);
        expectSilence(
          new InvalidArgumentError({ argument: 'item', expected, given: 1, advice: inText(name, bird) }),
          bird,
        );
        const unplaced = new InvalidArgumentError({ argument: '[0]', expected, given: [bird] });
        expectSilence(unplaced.at({ argument: name }), bird);
      }),
      { numRuns: 200 },
    );
  });

  test('of responses', () => {
    fc.assert(
      fc.property(named, shape, ({ name, bird }, inText) => {
        const text = inText(name, bird);
        const shown = excerpt(text);
        expect(shown).not.toContain(bird);
        expectSilence(
          thrownBy(() => parseResponse(text)),
          bird,
        );
        expectSilence(
          thrownBy(() => parseResponse(`${'x'.repeat(150)} ${text}`)),
          bird,
        );
        const mismatch = { path: `[0].${name}`, expected: 'Hash', given: bird };
        expectSilence(
          new MismatchError({ mismatches: [mismatch, { ...mismatch, path: 'x', given: { [name]: bird } }] }),
          bird,
        );
      }),
      { numRuns: 200 },
    );
  });
});

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return expect.unreachable('nothing was thrown');
}
