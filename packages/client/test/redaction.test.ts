// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { inspect } from 'node:util';
import fc from 'fast-check';
import type { AttemptRequest, LogEvent } from '@streamone/client';
import { application, session, user } from '@streamone/core';
import { describe, expect, test } from 'vitest';
import { type RecordedRequest, type Reply, startScriptedServer } from './scripted-server.ts';
import { clientOf, errorOf } from './test-client.ts';

/** Everything that a log, a debugger or an error reporter may show of a value. */
function shown(value: unknown): string {
  const parts = [
    inspect(value, { showHidden: true, depth: Infinity, getters: false }),
    JSON.stringify(value),
    String(value),
  ];
  for (let error = value; error instanceof Error; error = error.cause) {
    parts.push(
      error.message,
      error.stack ?? '',
      error.name,
      ...Object.values(error).map((field) => inspect(field, { depth: Infinity })),
    );
  }
  return parts.join('\n');
}

function leaks(value: unknown, secrets: readonly string[]): string[] {
  const text = shown(value);
  return secrets.filter((secret) => text.includes(secret));
}

const canary = fc.stringMatching(/^[A-Za-z0-9/+"\\% é&=-]{10,30}$/).map((text) => `cnry${text}cnry`);

type Echo = (secret: string, request: RecordedRequest) => string;
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
const echoes: [name: string, status: number, echo: Echo][] = [
  ['HTML that repeats the request', 400, (secret, { target, body }) => `<p>bad: ${target} ${body} ${secret}</p>`],
  ['HTML with 200', 200, (secret, { target }) => `<p>${secret} ${target}`],
  [
    'a refusal that repeats it',
    200,
    (secret, { target, query }) =>
      `{"header":{"status":6,"statusmessage":"invalid ${inJson(secret)} in ${inJson(target)} by ${query.get('signature')}"},"body":{"given":"${inJson(secret)}","seen":["${query.get('signature')}"]}}`,
  ],
  ['another envelope that repeats it', 200, (secret) => `{"oops":"${inJson(secret)}"}`],
  [
    'a refusal with HTTP 500',
    500,
    (secret) => `{"header":{"status":1,"statusmessage":"${inJson(secret)}"},"body":"${inJson(secret)}"}`,
  ],
];

describe('no secret is shown', () => {
  test.for(echoes)('of a platform that answers %s', async ([, status, echo]) => {
    await fc.assert(
      fc.asyncProperty(canary, canary, canary, async (psk, key, password) => {
        const secrets = [psk, key, password];
        let signature = '';
        const reply: Reply = (socket, request) => {
          signature = request.query.get('signature') ?? '';
          const body = secrets.map((secret) => echo(secret, request));
          const text = body[0] === undefined ? '' : (body[requestCount++ % 3] ?? '');
          socket.write(`HTTP/1.1 ${status} X\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
        };
        let requestCount = 0;
        await using server = await startScriptedServer([reply]);
        const events: LogEvent[] = [];
        const requests: AttemptRequest[] = [];
        const client = clientOf(server.url, {
          auth: session(application({ id: 'a', psk }), { id: 's', key }),
          retry: 0,
          log: (event) => events.push(event),
          middleware: [(request, next) => (requests.push(request), next(request))],
        });
        for (let at = 0; at < 3; at++) {
          const call = client.call('user/edit', { password, title: 'x' });
          const error = await errorOf(call);
          expect(signature).toMatch(/^[0-9a-f]{40}$/);
          expect(leaks(error, [...secrets, psk + key, signature])).toEqual([]);
          expect(leaks(call, [...secrets, signature])).toEqual([]);
          expect(leaks(events, [...secrets, signature])).toEqual([]);
          expect(leaks(requests, [...secrets, signature])).toEqual([]);
        }
        expect(leaks(client, secrets)).toEqual([]);
        expect(leaks(client.options, secrets)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('of a fetch that throws what it was given', async () => {
    const throwers: ((url: string, init: RequestInit) => unknown)[] = [
      (url) => new Error(`cannot reach ${url}`),
      (url, init) =>
        Object.assign(new TypeError('fetch failed', { cause: new Error(`at ${url} with ${JSON.stringify(init)}`) }), {
          url,
          init,
        }),
      (url) => Object.assign(new Error('x'), { code: url, request: { url } }),
      (url) => Object.assign(new Error('x'), { name: url }),
      (url) => url,
      (url) => ({ url }),
      (url) => new AggregateError([new Error(url)], url),
      (url) =>
        new Error('a', {
          cause: new Error('b', { cause: new Error('c', { cause: new Error('d', { cause: new Error(url) }) }) }),
        }),
    ];
    await fc.assert(
      fc.asyncProperty(canary, canary, fc.constantFrom(...throwers), async (psk, password, thrown) => {
        let signature = '';
        const events: LogEvent[] = [];
        const seen: unknown[] = [];
        const client = clientOf('https://api.example', {
          auth: user({ id: 'u', psk }),
          retry: 0,
          log: (event) => events.push(event),
          fetch: async (url, init) => {
            signature = new URL(url).searchParams.get('signature') ?? '';
            throw thrown(`${url} ${psk} ${password}`, init);
          },
          middleware: [
            (request, next) =>
              next(request).catch((error: unknown) => {
                seen.push(error);
                throw error;
              }),
          ],
        });
        const error = await errorOf(client.call('user/edit', { password }));
        expect(error.name).toBe('NetworkError');
        const secrets = [psk, password, signature];
        expect(leaks(error, secrets)).toEqual([]);
        expect(leaks(events, secrets)).toEqual([]);
        expect(seen).toHaveLength(1);
        expect(leaks(seen[0], secrets)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('of a middleware that throws what it was given', async () => {
    const client = clientOf('https://api.example', {
      retry: 0,
      middleware: [(request) => Promise.reject(new Error(`no way to ${request.url} with ${request.body}`))],
    });
    const error = await errorOf(client.call('user/edit', { password: 'canary-password' }));
    expect(error.message).toContain('no way to https://api.example/api/user/edit');
    expect(shown(error)).not.toMatch(/signature=[0-9a-f]|canary/);
  });

  test('of an argument that is refused', async () => {
    const client = clientOf('https://api.example');
    const error = await errorOf(client.call('user/edit', { password: { text: 'canary-password' } }));
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument: 'password', given: '[redacted]' });
    expect(leaks(error, ['canary-password'])).toEqual([]);
    const inList = await errorOf(client.call('user/edit', { password: ['canary,password'] }));
    expect(leaks(inList, ['canary,password'])).toEqual([]);
  });

  test('of a function for credentials that fails', async () => {
    const auth = (): never => {
      throw new Error('vault said no to psk=canary-psk');
    };
    const error = await errorOf(clientOf('https://api.example', { auth }).item.view());
    expect(error).toMatchObject({
      name: 'InvalidArgumentError',
      argument: 'auth',
      attempts: 0,
      command: 'item',
      action: 'view',
    });
    expect(error.message).toContain('vault said no');
    expect(leaks(error, ['canary-psk'])).toEqual([]);
  });
});
