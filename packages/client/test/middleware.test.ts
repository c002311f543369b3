// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { inspect } from 'node:util';
import type { AttemptRequest, Middleware } from '@streamone/client';
import { describe, expect, test } from 'vitest';
import { type Reply, refusal, reset, startScriptedServer, success } from './scripted-server.ts';
import { clientOf, errorOf, factsOf, keptLog } from './test-client.ts';

const busy: Reply = { status: 503, headers: [['Retry-After', '0']], body: 'busy' };

describe('middleware', () => {
  test('runs around each attempt, the first outermost', async () => {
    await using server = await startScriptedServer([busy, success()]);
    const told: string[] = [];
    const step =
      (name: string): Middleware =>
      async (request, next) => {
        told.push(`${name} ${request.attempt}`);
        try {
          return await next(request);
        } finally {
          told.push(`${name} done`);
        }
      };
    await clientOf(server.url, { middleware: [step('a'), step('b')] }).item.view();
    expect(told).toEqual(['a 1', 'b 1', 'b done', 'a done', 'a 2', 'b 2', 'b done', 'a done']);
  });

  test('adds headers, which the signature does not cover', async () => {
    await using server = await startScriptedServer([success()]);
    const middleware: Middleware[] = [
      (request, next) => next(request.withHeaders({ traceparent: '00-1', 'x-two': '2' })),
      (request, next) => {
        expect(request.headers).toMatchObject({ traceparent: '00-1', accept: 'application/json' });
        return next(request);
      },
    ];
    await clientOf(server.url, { middleware }).item.view();
    expect(server.requests[0]?.headers).toMatchObject({ traceparent: '00-1', 'x-two': '2' });
  });

  test.for<[name: string, headers: Record<string, unknown>, argument: string]>([
    ['a line break', { 'x-a': 'canary\r\nx-b: 1' }, 'headers.x-a'],
    ['a character that HTTP can not carry', { 'x-a': 'canary €' }, 'headers.x-a'],
    ['no text', { traceparent: undefined }, 'headers.traceparent'],
    ['a name that is none', { 'x a': '1' }, 'headers'],
    ['the length', { 'Content-Length': '1' }, 'headers'],
  ])('is refused a header with %s: nothing is sent, nothing repeated', async ([, headers, argument]) => {
    await using server = await startScriptedServer([success()]);
    const middleware: Middleware[] = [(request, next) => next(request.withHeaders(headers as Record<string, string>))];
    const log = keptLog();
    const error = await errorOf(clientOf(server.url, { middleware, log: log.log }).item.view());
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument, command: 'item', action: 'view' });
    expect(error.message).not.toContain('canary');
    expect(log.types()).toEqual(['request', 'failure']);
    expect(server.requests).toHaveLength(0);
  });

  test('carries what HTTP can', async () => {
    await using server = await startScriptedServer([success()]);
    const middleware: Middleware[] = [(request, next) => next(request.withHeaders({ "x-!#$%&'*+.^_`|~1": 'a\tb ~é' }))];
    await clientOf(server.url, { middleware }).item.view();
    expect(server.requests[0]?.headers).toHaveProperty(["x-!#$%&'*+.^_`|~1"]);
  });

  test('may answer by itself', async () => {
    const text = JSON.stringify({ header: { status: 0, statusmessage: '' }, body: [{ id: 'mine' }] });
    const middleware: Middleware[] = [async () => ({ status: 200, headers: {}, text })];
    expect(await clientOf('localhost:1', { middleware }).item.view()).toEqual([{ id: 'mine' }]);
  });

  test('sees what is sent, and shows nothing of it', async () => {
    await using server = await startScriptedServer([success()]);
    const seen: AttemptRequest[] = [];
    const middleware: Middleware[] = [(request, next) => (seen.push(request), next(request))];
    await clientOf(server.url, { middleware }).item.view({ searchtitle: 'canary' });
    const [request] = seen;
    expect(request).toMatchObject({ command: 'item', action: 'view', attempt: 1 });
    expect(request?.url).toContain(`${server.url}/api/item/view?`);
    expect(request?.url).toContain('&signature=');
    expect(request?.body).toBe('searchtitle=canary');
    expect(inspect(request, { showHidden: true, depth: Infinity }) + JSON.stringify(request)).not.toMatch(
      /canary|signature/,
    );
  });

  test('of a clock repair sees both requests', async () => {
    const date: [string, string][] = [['Date', new Date(Date.now() + 7_200_000).toUTCString()]];
    await using server = await startScriptedServer([refusal(2, 'no', { headers: date }), success()]);
    const seen: number[] = [];
    const middleware: Middleware[] = [(request, next) => (seen.push(request.attempt), next(request))];
    await clientOf(server.url, { middleware }).item.view();
    expect(seen).toEqual([1, 2]);
  });

  test('that forgets to return is told so', async () => {
    await using server = await startScriptedServer([success()]);
    const middleware = [
      (async (request: AttemptRequest, next: (request: AttemptRequest) => unknown) =>
        void (await next(request))) as never,
    ];
    const told = await factsOf(clientOf(server.url, { middleware }).item.create());
    expect(told).toMatchObject({ name: 'MalformedResponseError', sent: 'unknown', attempts: 1 });
    expect(told['message']).toContain('it has to return what next(request) gives');
  });

  test('that throws at once is an error of the call', async () => {
    const middleware = [
      (): never => {
        throw new Error('open circuit');
      },
    ];
    const told = await factsOf(clientOf('localhost:1', { middleware, retry: 0 }).item.view());
    expect(told).toMatchObject({
      name: 'NetworkError',
      sent: 'unknown',
      message: 'item/view: no answer from localhost:1: open circuit',
    });
  });

  test('of a derived client takes the place of the former', async () => {
    await using server = await startScriptedServer([success()]);
    const client = clientOf(server.url, { middleware: [() => Promise.reject(new Error('not here'))] });
    expect(await client.with({ middleware: undefined }).item.view()).toEqual([]);
  });
});

describe('the log', () => {
  const date: [string, string][] = [['Date', new Date(Date.now() + 7_200_000).toUTCString()]];
  test.for<[name: string, replies: Reply[], types: string[], attempts: number[]]>([
    ['a success', [success()], ['request', 'response'], [1, 1]],
    ['a retry', [busy, success()], ['request', 'failure', 'retry', 'request', 'response'], [1, 1, 1, 2, 2]],
    ['a refusal', [refusal(120)], ['request', 'response'], [1, 1]],
    [
      'a throttle',
      [refusal(8, 'x', { headers: [['Retry-After', '0']] }), success()],
      ['request', 'response', 'retry', 'request', 'response'],
      [1, 1, 1, 2, 2],
    ],
    [
      'a repair of the clock',
      [refusal(2, 'no', { headers: date }), success()],
      ['request', 'response', 'clock', 'request', 'response'],
      [1, 1, 1, 2, 2],
    ],
    ['a failure', [{ status: 404 }], ['request', 'failure'], [1, 1]],
    ['an answer that is none', [{ body: '<p>' }], ['request', 'failure'], [1, 1]],
  ])('tells of %s', async ([, replies, types, attempts]) => {
    await using server = await startScriptedServer(replies);
    const log = keptLog();
    await clientOf(server.url, { log: log.log })
      .item.view({ searchtitle: 'canary' })
      .catch(() => undefined);
    expect(log.types()).toEqual(types);
    expect(log.events.map(({ attempt }) => attempt)).toEqual(attempts);
    for (const event of log.events)
      expect(event).toMatchObject({ command: 'item', action: 'view', requestId: expect.stringMatching(/-1$/) });
    expect(JSON.stringify(log.events)).not.toMatch(/canary|signature|127\.0\.0\.1:\d+\/api/);
  });

  test('tells the particulars', async () => {
    await using server = await startScriptedServer([reset, refusal(120, 'gone', { status: 404 })]);
    const log = keptLog();
    const error = await errorOf(clientOf(server.url, { log: log.log }).item.view());
    const [, failure, retry, , response] = log.events;
    expect(failure).toMatchObject({
      type: 'failure',
      error: { name: 'NetworkError', code: 'ECONNRESET', sent: 'unknown', message: 'no answer: ECONNRESET' },
      duration: expect.any(Number),
    });
    expect(retry).toMatchObject({
      type: 'retry',
      delay: expect.any(Number),
      reason: 'no answer: ECONNRESET',
    });
    expect(response).toMatchObject({
      type: 'response',
      status: 120,
      statusName: 'ITEM_NOT_FOUND',
      httpStatus: 404,
      duration: expect.any(Number),
    });
    expect(new Set(log.events.map(({ requestId }) => requestId))).toEqual(new Set([error['requestId']]));
  });

  test('that throws breaks nothing', async () => {
    await using server = await startScriptedServer([success()]);
    const log = (): never => {
      throw new Error('disk full');
    };
    expect(await clientOf(server.url, { log }).item.view()).toEqual([]);
  });
});
