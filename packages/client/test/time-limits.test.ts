// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ClientOptions,
  type Fetch,
  type Middleware,
  type Transport,
  createRuntimeClient,
  kyAttempts,
} from '@streamone/client';
import { signRequest, webHmac } from '@streamone/core';
import { itemCommand } from '@streamone/core/catalogue';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Reply, raw, refusal, silence, startScriptedServer, success } from './scripted-server.ts';
import { clientOf, credentials, factsOf, keptLog, rows } from './test-client.ts';

const busy: Reply = { status: 503, headers: [['Retry-After', '5']], body: 'busy' };
const headersOnly: Reply = (socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n');
const drip: Reply = (socket) => {
  socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
  const timer = setInterval(() => socket.write(' '), 20);
  socket.on('close', () => clearInterval(timer));
};

// The first call of a process takes longer than any other.
beforeAll(async () => {
  await using server = await startScriptedServer([success()]);
  await clientOf(server.url).item.view();
});

describe('a time limit', () => {
  test.for<[string, Reply]>([
    ['a server that never answers', silence],
    ['headers and then nothing', headersOnly],
    ['a body that drips', drip],
  ])('of one attempt ends %s', async ([, reply]) => {
    await using server = await startScriptedServer([reply]);
    const told = await factsOf(clientOf(server.url, { retry: 0, timeout: { attempt: 250 } }).item.view());
    expect(told).toMatchObject({ name: 'TimeoutError', limit: 'attempt', timeout: 250, attempts: 1, sent: 'unknown' });
    expect(told['message']).toBe('item/view: no answer within 250 ms (one attempt)');
  });

  describe('with a transport that tells when it begins to write', () => {
    /** Waits until it is ended; tells the attempts that are given of a beginning. */
    const waiting = (begun: readonly boolean[] = []): Transport => {
      let attempt = 0;
      return {
        tellsSending: true,
        send: ({ signal, listener }) => {
          if (begun[attempt++] === true) listener?.sending();
          return new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason as Error));
          });
        },
      };
    };
    const clientBy = (transport: Transport, options: Partial<ClientOptions> = {}) =>
      createRuntimeClient(
        { url: 'https://api.test', auth: credentials, account: 'a', commands: [itemCommand], retry: 1, ...options },
        { attempts: kyAttempts, sign: signRequest, hmac: webHmac, transport },
      );
    const timeout = { attempt: 100, total: 5000 };

    test('a write that timed out before is sent again, and the error says that nothing was sent', async () => {
      const told = await factsOf(clientBy(waiting(), { timeout }).item.create());
      expect(told).toMatchObject({ name: 'TimeoutError', sent: 'no', attempts: 2 });
      expect(told['message']).not.toContain('whether it was carried out');
    });

    test('one that was begun is not', async () => {
      const told = await factsOf(clientBy(waiting([true]), { timeout }).item.create());
      expect(told).toMatchObject({ name: 'TimeoutError', sent: 'unknown', attempts: 1 });
      const second = await factsOf(clientBy(waiting([false, true]), { timeout, retry: 2 }).item.create());
      expect(second).toMatchObject({ name: 'TimeoutError', sent: 'unknown', attempts: 2 });
    });

    test('one that the caller ended before was not sent', async () => {
      const signal = AbortSignal.timeout(30);
      const told = await factsOf(clientBy(waiting()).item.create({}, { signal }));
      expect(told).toMatchObject({ name: 'AbortedError', sent: 'no' });
    });

    test('one that a middleware hands on twice, or sends by itself, may have been', async () => {
      const twice: Middleware = (request, next) => {
        next(request).catch(() => undefined);
        return next(request);
      };
      const told = await factsOf(clientBy(waiting([true]), { timeout, middleware: [twice] }).item.create());
      expect(told).toMatchObject({ sent: 'unknown', attempts: 1 });
      const itself: Middleware = () => new Promise(() => undefined);
      const other = await factsOf(clientBy(waiting(), { timeout, middleware: [itself] }).item.create());
      expect(other).toMatchObject({ sent: 'unknown', attempts: 1 });
      const refusing: Transport = { tellsSending: true, send: () => Promise.reject(new Error('no way')) };
      const instead: Middleware = (request, next) => next(request).catch(() => Promise.reject(new Error('broke off')));
      const third = await factsOf(clientBy(refusing, { middleware: [instead] }).item.create());
      expect(third).toMatchObject({ name: 'NetworkError', sent: 'unknown', attempts: 1 });
    });

    test('one whose transport fails before was not sent, whatever the error', async () => {
      const refusing: Transport = { tellsSending: true, send: () => Promise.reject(new Error('no way')) };
      const told = await factsOf(clientBy(refusing, { middleware: [(request, next) => next(request)] }).item.create());
      expect(told).toMatchObject({ name: 'NetworkError', sent: 'no', attempts: 2 });
    });
  });

  test('of one attempt lets a read be repeated', async () => {
    await using server = await startScriptedServer([silence, success(rows(0, 1))]);
    const log = keptLog();
    const call = clientOf(server.url, { timeout: { attempt: 250 }, log: log.log }).item.view();
    expect((await call.response()).attempts).toBe(2);
    expect(log.types()).toEqual(['request', 'failure', 'retry', 'request', 'response']);
    expect(log.events.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 2, 2]);
  });

  test('ends a write once, and says that it may have been carried out', async () => {
    await using server = await startScriptedServer([silence]);
    const log = keptLog();
    const told = await factsOf(clientOf(server.url, { timeout: { attempt: 250 }, log: log.log }).item.create());
    expect(log.types()).toEqual(['request', 'failure']);
    expect(told).toMatchObject({ name: 'TimeoutError', limit: 'attempt', sent: 'unknown', attempts: 1 });
    expect(told['message']).toMatch(/whether it was carried out is not known$/);
    await sleep(400);
    expect(server.requests).toHaveLength(1);
  });

  test('of the whole call ends an attempt that has more time', async () => {
    await using server = await startScriptedServer([silence]);
    const told = await factsOf(clientOf(server.url, { timeout: { attempt: 5000, total: 300 } }).item.view());
    expect(told).toMatchObject({ name: 'TimeoutError', limit: 'total', timeout: 300, attempts: 1 });
    expect(told['message']).toContain('the whole call');
  });

  test('of the whole call ends a later attempt', async () => {
    await using server = await startScriptedServer([{ status: 503, headers: [['Retry-After', '0']] }, silence]);
    const told = await factsOf(clientOf(server.url, { timeout: { attempt: 5000, total: 400 } }).item.view());
    expect(told).toMatchObject({ name: 'TimeoutError', limit: 'total', attempts: 2 });
  });

  test('as a number is both', async () => {
    await using server = await startScriptedServer([silence]);
    const started = performance.now();
    const told = await factsOf(clientOf(server.url).item.view({}, { timeout: 250 }));
    expect(told).toMatchObject({ name: 'TimeoutError', limit: 'total', timeout: 250 });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('holds for what a function for credentials or a middleware waits for', async () => {
    await using server = await startScriptedServer([success()]);
    const never = (): Promise<never> => new Promise(() => undefined);
    const timeout = { attempt: 150 };
    expect(await factsOf(clientOf(server.url, { auth: never, timeout, retry: 0 }).item.view())).toMatchObject({
      name: 'TimeoutError',
      attempts: 0,
      sent: 'no',
    });
    expect(await factsOf(clientOf(server.url, { middleware: [never], timeout, retry: 0 }).item.view())).toMatchObject({
      name: 'TimeoutError',
      attempts: 1,
    });
    expect(server.requests).toHaveLength(0);
  });

  test('leaves an attempt behind that can not meddle with the next', async () => {
    const late: Reply = { ...success(rows(9, 1)), delay: 200 };
    await using server = await startScriptedServer([late, success(rows(0, 1), {}, { delay: 3000 })]);
    const deaf: Fetch = (url, init) => fetch(url, { ...init, signal: null });
    const log = keptLog();
    const client = clientOf(server.url, {
      fetch: deaf,
      timeout: { attempt: 150, total: 5000 },
      retry: 0,
      log: log.log,
    });
    const call = client.item.view({}, { retry: 1, timeout: { attempt: 150, total: 5000 } }).response();
    expect(await factsOf(call)).toMatchObject({ name: 'TimeoutError', attempts: 2 });
    await sleep(200);
    expect(log.types()).toEqual(['request', 'failure', 'retry', 'request', 'failure']);
  });
});

describe('an AbortSignal', () => {
  const reason = new Error('the user went away');

  test('that is aborted already sends nothing', async () => {
    await using server = await startScriptedServer([success()]);
    const told = await factsOf(clientOf(server.url).item.create({}, { signal: AbortSignal.abort(reason) }));
    expect(told).toMatchObject({
      name: 'AbortedError',
      attempts: 0,
      sent: 'no',
      cause: reason,
      command: 'item',
      action: 'create',
    });
    expect(server.requests).toHaveLength(0);
  });

  test.for<[string, Reply]>([
    ['before an answer', silence],
    ['in the midst of a body', drip],
  ])('ends a request %s', async ([, reply]) => {
    await using server = await startScriptedServer([reply]);
    const controller = new AbortController();
    const log = keptLog();
    const call = clientOf(server.url, { log: log.log }).item.view({}, { signal: controller.signal });
    call.catch(() => undefined);
    await expect.poll(() => server.requests.length).toBe(1);
    controller.abort(reason);
    expect(await factsOf(call)).toMatchObject({ name: 'AbortedError', attempts: 1, sent: 'unknown', cause: reason });
    expect(server.requests).toHaveLength(1);
    expect(log.types()).toEqual(['request', 'failure']);
  });

  test('ends the wait before a retry', async () => {
    await using server = await startScriptedServer([busy]);
    const controller = new AbortController();
    const started = performance.now();
    const log = keptLog();
    const call = clientOf(server.url, { log: log.log }).item.view({}, { signal: controller.signal });
    call.catch(() => undefined);
    await expect.poll(() => log.types()).toContain('retry');
    controller.abort(reason);
    expect(await factsOf(call)).toMatchObject({ name: 'AbortedError', attempts: 1, sent: 'yes', cause: reason });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test('ends what a function for credentials or a middleware waits for', async () => {
    await using server = await startScriptedServer([success()]);
    const never = (): Promise<never> => new Promise(() => undefined);
    for (const options of [{ auth: never }, { middleware: [never] }]) {
      const call = clientOf(server.url, options).item.view({}, { signal: AbortSignal.timeout(100) });
      expect(await factsOf(call)).toMatchObject({ name: 'AbortedError', cause: { name: 'TimeoutError' } });
    }
  });

  test('ends paging', async () => {
    await using server = await startScriptedServer([success(rows(0, 2), { count: 9 })]);
    const controller = new AbortController();
    const seen: string[] = [];
    const iterate = async (): Promise<void> => {
      for await (const row of clientOf(server.url).item.view({ limit: 2 }, { signal: controller.signal })) {
        seen.push(row.id);
        controller.abort(reason);
      }
    };
    expect(await factsOf(iterate())).toMatchObject({ name: 'AbortedError', attempts: 0, cause: reason });
    expect(seen).toEqual(['row0', 'row1']);
    expect(server.requests).toHaveLength(1);
  });

  test('says of a write that it may have been carried out', async () => {
    await using server = await startScriptedServer([silence]);
    const controller = new AbortController();
    const call = clientOf(server.url).item.create({}, { signal: controller.signal });
    call.catch(() => undefined);
    await expect.poll(() => server.requests.length).toBe(1);
    controller.abort(reason);
    const told = await factsOf(call);
    expect(told['message']).toBe('item/create: the caller ended it; whether it was carried out is not known');
  });

  test('that lives long keeps no listeners', async () => {
    await using server = await startScriptedServer([success(), refusal(120)]);
    const { signal } = new AbortController();
    const client = clientOf(server.url);
    for (let at = 0; at < 100; at++) await client.item.view({}, { signal }).catch(() => undefined);
    await sleep(0);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  test('that is none is refused', async () => {
    const told = await factsOf(clientOf('localhost:1').item.view({}, { signal: new AbortController() as never }));
    expect(told).toMatchObject({ name: 'InvalidArgumentError', argument: 'signal' });
  });
});

test('nothing is left that keeps a program from ending', async () => {
  await using server = await startScriptedServer([raw('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n')]);
  await factsOf(clientOf(server.url).item.view());
  await sleep(20);
  const timers = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout');
  // vitest's own watch over the test is one; a limit of 10 s or 60 s left behind would be more.
  expect(timers.length).toBeLessThanOrEqual(2);
});
