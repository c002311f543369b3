// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type RecordedRequest,
  type Reply,
  type ScriptedServer,
  freePort,
  raw,
  refusal,
  reset,
  startScriptedServer,
  success,
} from './scripted-server.ts';
import { PSK, clientOf, errorOf, factsOf, keptLog, rows } from './test-client.ts';

// The least of the jitter: 150 ms before the first retry, 300 ms before the second.
beforeAll(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterAll(() => void vi.restoreAllMocks());
afterEach(() => void vi.mocked(Math.random).mockReturnValue(0));

const good = success(rows(0, 1), { count: 1 });
const at = (status: number, headers: [string, string][] = []): Reply => ({ status, headers, body: '<p>busy</p>' });
const now: Reply = at(503, [['Retry-After', '0']]);

function verifies({ target, body, query }: RecordedRequest): boolean {
  const signed = `${target.replace(/&signature=.*$/, '')}&${body}`;
  return createHmac('sha1', PSK).update(signed).digest('hex') === query.get('signature');
}

describe.concurrent('a read is repeated', () => {
  test.for<[string, Reply[]]>([
    ['a connection that is reset', [reset]],
    ['a connection that ends without an answer', [(socket) => socket.end()]],
    ['an answer that breaks off', [raw('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"header"')]],
    ['HTTP 500', [at(500)]],
    ['HTTP 502 and 504', [at(502), at(504)]],
    ['HTTP 503', [at(503)]],
    ['HTTP 429 with Retry-After', [at(429, [['retry-after', '0']])]],
    ['HTTP 500 with a refusal of the API', [refusal(1, 'internal', { status: 500 })]],
    ['HTTP 429 with a refusal of the API', [refusal(1, 'slow down', { status: 429 })]],
    ['status 8', [refusal(8, 'slow down')]],
  ])('after %s', async ([, bad]) => {
    await using server = await startScriptedServer([...bad, good]);
    const { body, attempts } = await clientOf(server.url).item.view().response();
    expect(body).toEqual(rows(0, 1));
    expect(attempts).toBe(bad.length + 1);
    expect(server.requests).toHaveLength(bad.length + 1);
  });

  test.for<[string, Reply, string]>([
    ['HTTP 404', at(404), 'HttpError'],
    ['HTTP 400', at(400), 'HttpError'],
    ['an answer that is no JSON', { body: '<html>' }, 'MalformedResponseError'],
    ['a refusal', refusal(120), 'NotFoundError'],
    ['status 1 at HTTP 200', refusal(1), 'InternalError'],
    ['a redirect', at(302, [['Location', 'http://127.0.0.1:1/']]), 'HttpError'],
  ])('but not after %s', async ([, reply, name]) => {
    await using server = await startScriptedServer([reply, good]);
    expect(await factsOf(clientOf(server.url).item.view())).toMatchObject({ name, attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });

  test('as often as the limit says, and the error tells how often', async () => {
    await using server = await startScriptedServer([now]);
    expect(await factsOf(clientOf(server.url).item.view())).toMatchObject({
      name: 'HttpError',
      httpStatus: 503,
      attempts: 3,
    });
    expect(server.requests).toHaveLength(3);
  });

  test.for<[string, object, object, number]>([
    ['never with retry: 0', { retry: 0 }, {}, 1],
    ['never with retry: 0 of the call', {}, { retry: 0 }, 1],
    ['by the call rather than by the client', { retry: 0 }, { retry: 1 }, 2],
    ['by a limit in an object', { retry: { limit: 3 } }, {}, 4],
    ['by the default where the object gives none', { retry: { maxRetryAfter: 5 } }, {}, 3],
  ])('%s', async ([, options, ofCall, requests]) => {
    await using server = await startScriptedServer([now]);
    expect(await factsOf(clientOf(server.url, options).item.view({}, ofCall))).toMatchObject({ attempts: requests });
    expect(server.requests).toHaveLength(requests);
  });

  test('with a new timestamp and a new signature for each attempt', async () => {
    await using server = await startScriptedServer([now, now, good]);
    let time = Date.UTC(2026, 0);
    const clock = (): number => (time += 1000);
    await clientOf(server.url, { clock }).item.view({ searchtitle: 'ü & ~' });
    const times = server.requests.map(({ query }) => Number(query.get('timestamp')));
    expect(new Set(times).size).toBe(3);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(new Set(server.requests.map(({ query }) => query.get('signature'))).size).toBe(3);
    expect(server.requests.map(verifies)).toEqual([true, true, true]);
  });
});

describe.concurrent('a write', () => {
  test.for<[string, Reply, object]>([
    ['a reset', reset, { name: 'NetworkError', sent: 'unknown' }],
    [
      'an answer that breaks off',
      raw('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{'),
      { name: 'NetworkError', sent: 'unknown' },
    ],
    ['HTTP 503', at(503, [['retry-after', '0']]), { name: 'HttpError', sent: 'yes', httpStatus: 503 }],
    ['HTTP 429', at(429, [['retry-after', '0']]), { name: 'HttpError', sent: 'yes', httpStatus: 429 }],
    ['status 8', refusal(8), { name: 'RateLimitedError', status: 8 }],
  ])('is not repeated after %s', async ([, reply, facts]) => {
    await using server = await startScriptedServer([reply, success({ id: 'a' })]);
    const told = await factsOf(clientOf(server.url).item.create({ title: 'x' }));
    expect(told).toMatchObject({ ...facts, command: 'item', action: 'create', attempts: 1 });
    await sleep(200);
    expect(server.requests).toHaveLength(1);
  });

  test('says where it is not known whether it was carried out', async () => {
    await using server = await startScriptedServer([reset]);
    const { message } = await errorOf(clientOf(server.url).item.create());
    expect(message).toMatch(
      /^item\/create: no answer from 127\.0\.0\.1:\d+: .+; whether it was carried out is not known$/,
    );
    const { message: ofRead } = await errorOf(clientOf(server.url, { retry: 0 }).item.view());
    expect(ofRead).not.toContain('carried out');
  });

  test('is repeated where nobody listened yet, since nothing was sent', async () => {
    const port = await freePort();
    const log = keptLog();
    const call = clientOf(`http://127.0.0.1:${port}`, { log: log.log }).item.create({ title: 'x' });
    await expect.poll(() => log.types()).toContain('retry');
    await using server = await startScriptedServer([success({ id: 'late' })], { port });
    const { body, attempts } = await call.response();
    expect(body).toMatchObject({ id: 'late' });
    expect(attempts).toBeGreaterThan(1);
    expect(server.requests).toHaveLength(1);
  });

  test('that nobody ever listened to says that nothing was sent', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const told = await factsOf(clientOf(url, { retry: 1 }).item.create());
    expect(told).toMatchObject({ name: 'NetworkError', code: 'ECONNREFUSED', sent: 'no', attempts: 2 });
    expect(told['message']).not.toContain('carried out');
  });

  test('is what an action counts as that is not declared', async () => {
    await using server = await startScriptedServer([reset, success()]);
    expect(await factsOf(clientOf(server.url).call('category/view'))).toMatchObject({ attempts: 1, sent: 'unknown' });
    expect(await clientOf(server.url).call('category/view', {}, { read: true })).toEqual([]);
    await using other = await startScriptedServer([reset, success()]);
    expect(await clientOf(other.url).call('category/view', {}, { read: true })).toEqual([]);
    expect(other.requests).toHaveLength(2);
  });

  test('of the catalogue may be called as one that is no read', async () => {
    await using server = await startScriptedServer([reset, success()]);
    expect(await factsOf(clientOf(server.url).call('item/view', {}, { read: false }))).toMatchObject({ attempts: 1 });
  });
});

test.for<[string, Reply]>([
  ['status 8', refusal(8)],
  ['HTTP 429', at(429)],
])('%s of a session is never waited out: it is the throttle of failed logins', async ([, reply]) => {
  await using server = await startScriptedServer([reply, success()]);
  const read = clientOf(server.url).call('session/initialize', { user: 'a' }, { read: true });
  expect(await factsOf(read)).toMatchObject({ attempts: 1 });
  expect(server.requests).toHaveLength(1);
});

describe('the wait', () => {
  const waits = async (replies: Reply[], options: Parameters<typeof clientOf>[1] = {}): Promise<number[]> => {
    await using server: ScriptedServer = await startScriptedServer(replies);
    const log = keptLog();
    await clientOf(server.url, { ...options, log: log.log })
      .item.view()
      .catch(() => undefined);
    return log.events.flatMap((event) => (event.type === 'retry' ? [event.delay] : []));
  };

  test('doubles, from half of itself to all of it by chance', async () => {
    expect(await waits([at(503)])).toEqual([150, 300]);
    vi.mocked(Math.random).mockReturnValue(0.999_999_999);
    const [first = 0, second = 0] = await waits([at(503)]);
    expect(first).toBeCloseTo(300, 3);
    expect(second).toBeCloseTo(600, 3);
  });

  test('is longer for the throttle of the platform', async () => {
    expect(await waits([refusal(8), good])).toEqual([500]);
  });

  test('is at most 8 s', async () => {
    const { retryDelay } = await import('../src/pipeline/retry-decision.ts');
    const { HttpError } = await import('@streamone/core');
    const error = new HttpError({ reason: '', sent: 'yes', httpStatus: 500, excerpt: '' });
    const question = {
      error,
      timedOut: false,
      read: true,
      sent: 'yes',
      command: 'item',
      retryAfter: undefined,
    } as const;
    expect(retryDelay({ ...question, maxRetryAfter: 0, retry: 50 })).toBe(4000);
    vi.mocked(Math.random).mockReturnValue(1);
    expect(retryDelay({ ...question, maxRetryAfter: 0, retry: 50 })).toBe(8000);
  });

  test('is what Retry-After says, in seconds', async () => {
    expect(await waits([at(503, [['Retry-After', '1']]), good])).toEqual([1000]);
  });

  test("is what Retry-After says, as a date on the platform's clock", async () => {
    const clock = (): number => Date.UTC(2026, 0, 1);
    const date = new Date(clock() + 1000).toUTCString();
    expect(await waits([at(503, [['Retry-After', date]]), good], { clock })).toEqual([1000]);
    expect(await waits([at(503, [['Retry-After', new Date(0).toUTCString()]]), good], { clock })).toEqual([0]);
  });

  test.for(['soon', '-1', '1.5', 'Thu Jan  1 00:00:00 2026'])(
    'goes by itself where Retry-After is "%s"',
    async (header) => {
      expect(await waits([at(503, [['Retry-After', header]]), good])).toEqual([150]);
    },
  );

  test('is capped by maxRetryAfter', async () => {
    expect(
      await waits([at(503, [['Retry-After', '99999999999999999999']]), good], { retry: { maxRetryAfter: 20 } }),
    ).toEqual([20]);
  });

  test('is not begun where the call has no time for it: the real error comes at once', async () => {
    await using server = await startScriptedServer([at(503, [['Retry-After', '20']])]);
    const started = performance.now();
    const told = await factsOf(clientOf(server.url, { timeout: { total: 2000 } }).item.view());
    expect(told).toMatchObject({ name: 'HttpError', httpStatus: 503, attempts: 1 });
    expect(performance.now() - started).toBeLessThan(1500);
    expect(told['message']).toMatch(/ \(not repeated: Retry-After 20 s is longer than the (2|1\.\d) s left\)$/);
  });

  test('and says so where the platform throttles, or the wait is our own', async () => {
    await using server = await startScriptedServer([
      refusal(8, 'slowly', { headers: [['Retry-After', '1']] }),
      at(503),
    ]);
    const s1 = clientOf(server.url, { timeout: { total: 100 } });
    const throttled = await errorOf(s1.item.view());
    expect(throttled).toMatchObject({ name: 'RateLimitedError', attempts: 1 });
    expect(throttled.message).toMatch(/slowly \(not repeated: Retry-After 1 s is longer than the 0(\.1)? s left\)$/);
    expect(throttled.stack).toContain(throttled.message);
    expect((await errorOf(s1.item.view())).message).toMatch(/ \(not repeated: a wait of 0\.\d s is longer than the /);
  });
});
