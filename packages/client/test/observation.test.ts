import type { LogEvent, SpanAttributes, Tracer } from '@streamone/client';
import { runInNewContext } from 'node:vm';
import { describe, expect, test, vi } from 'vitest';
import { memoryCache } from '../src/index.ts';
import { type Reply, refusal, reset, startScriptedServer, success } from './scripted-server.ts';
import { clientOf, errorOf } from './test-client.ts';

/** A tracer that notes what it is told. */
function notingTracer(): { tracer: Tracer; spans: Noted[] } {
  const spans: Noted[] = [];
  const tracer: Tracer = {
    startActiveSpan(name, options, run) {
      const noted: Noted = {
        name,
        kind: options.kind,
        attributes: { ...options.attributes },
        status: undefined,
        ended: 0,
      };
      spans.push(noted);
      return run({
        setAttributes: (attributes) => Object.assign(noted.attributes, attributes),
        setStatus: (status) => (noted.status = status),
        end: () => (noted.ended += 1),
      });
    },
  };
  return { tracer, spans };
}

interface Noted {
  readonly name: string;
  readonly kind: number;
  readonly attributes: Record<string, SpanAttributes[string]>;
  status: unknown;
  ended: number;
}

describe('the log', () => {
  test('begins and ends with the call, whatever happens between', async () => {
    await using server = await startScriptedServer([{ status: 503 }, success([])]);
    const events: LogEvent[] = [];
    const s1 = clientOf(server.url, { log: (event) => events.push(event), retry: 1 });
    await s1.item.view();
    expect(events.map(({ type, attempt }) => `${type} ${attempt}`)).toEqual([
      'start 0',
      'request 1',
      'failure 1',
      'retry 1',
      'request 2',
      'response 2',
      'end 2',
    ]);
    expect(new Set(events.map(({ requestId }) => requestId)).size).toBe(1);
    expect(events.at(-1)).toEqual({
      type: 'end',
      command: 'item',
      action: 'view',
      requestId: expect.any(String),
      attempt: 2,
      cached: false,
      duration: expect.any(Number),
    });
  });

  test('tells why a call failed, and before it was sent too', async () => {
    await using server = await startScriptedServer([refusal(120)]);
    const events: LogEvent[] = [];
    const s1 = clientOf(server.url, { log: (event) => events.push(event) });
    await errorOf(s1.item.view());
    expect(events.at(-1)).toMatchObject({ type: 'end', attempt: 1, error: { name: 'NotFoundError', status: 120 } });
    await errorOf(s1.item.view({ limit: 'x' as never }));
    expect(events.slice(-2)).toMatchObject([
      { type: 'start' },
      { type: 'end', attempt: 0, error: { name: 'InvalidArgumentError' } },
    ]);
  });

  test.for<[string, () => unknown]>([
    ['throws', () => JSON.parse('canary')],
    ['rejects', () => Promise.reject(new Error('the log is full'))],
    ['rejects by a promise of another realm', () => runInNewContext('Promise.reject(new Error("the log is full"))')],
  ])('that %s breaks nothing', async ([, log]) => {
    const unhandled = vi.fn<() => void>();
    process.on('unhandledRejection', unhandled);
    try {
      await using server = await startScriptedServer([success([])]);
      expect(await clientOf(server.url, { log }).item.view()).toEqual([]);
      // It is told of once the tasks that are under way are done.
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.off('unhandledRejection', unhandled);
    }
    expect(unhandled).not.toHaveBeenCalled();
  });

  test.for<[name: string, reply: Reply, error: object]>([
    ['a refusal', refusal(120, 'no canary-argument'), { name: 'NotFoundError', message: 'status 120 ITEM_NOT_FOUND' }],
    ['a page', { status: 404, body: '<p>canary-argument' }, { name: 'HttpError', message: /^HTTP status 404 and/ }],
    ['no JSON', { body: 'canary-argument' }, { name: 'MalformedResponseError', message: "the answer can't be read" }],
    ['a contradiction', success('canary-argument'), { name: 'MismatchError', message: /contradicts the catalogue$/ }],
    ['a broken connection', reset, { name: 'NetworkError', message: 'no answer: ECONNRESET', sent: 'unknown' }],
  ])('and a tracer are told no argument and no address of %s that repeats one', async ([, reply, error]) => {
    await using server = await startScriptedServer([reply]);
    const events: LogEvent[] = [];
    const { tracer, spans } = notingTracer();
    const options = { log: (event: LogEvent) => void events.push(event), tracer, strict: true, retry: 0 };
    const s1 = clientOf(server.url, options);
    await errorOf(s1.item.view({ searchtitle: 'canary-argument' }));
    await errorOf(s1.item.view({ limit: 'canary-argument' as never }));
    const [ended, refused] = events.flatMap((event) => (event.type === 'end' ? [event.error] : []));
    const { message, ...facts } = error as { message: string | RegExp };
    expect(ended).toMatchObject({ ...facts, message: expect.stringMatching(message) });
    expect(refused).toEqual({ name: 'InvalidArgumentError', message: 'limit: expected a whole number of at least 0' });
    expect(JSON.stringify([events, spans.map(({ status }) => status)])).not.toMatch(/canary|127\.0\.0\.1|:\/\//);
  });

  test('is told no code and no name of an error that is more than one', async () => {
    const thrown = Object.assign(new Error('canary'), {
      code: 'https://canary.test/?a=b',
      name: 'https://canary.test/',
    });
    const events: LogEvent[] = [];
    const options = { log: (event: LogEvent) => void events.push(event), retry: 0 };
    await errorOf(clientOf('https://api.test', { ...options, fetch: () => Promise.reject(thrown) }).item.view());
    const auth = () => Promise.reject(thrown);
    await errorOf(clientOf('https://api.test', { ...options, auth, cache: memoryCache() }).item.view());
    expect(events.map(({ type }) => type)).toEqual(['start', 'request', 'failure', 'end', 'start', 'end']);
    expect(JSON.stringify(events)).not.toContain('canary');
  });

  test('tells of an answer that was kept', async () => {
    await using server = await startScriptedServer([success([], { cacheable: true })]);
    const events: LogEvent[] = [];
    const s1 = clientOf(server.url, { log: (event) => events.push(event), cache: memoryCache() });
    await s1.item.view();
    await s1.item.view();
    expect(events.slice(-2)).toMatchObject([{ type: 'start' }, { type: 'end', cached: true, attempt: 0 }]);
  });
});

describe('a tracer', () => {
  test('gets a span for each call, with its outcome', async () => {
    await using server = await startScriptedServer([success([]), refusal(120)]);
    const { tracer, spans } = notingTracer();
    const s1 = clientOf(server.url, { tracer });
    await s1.item.view();
    await errorOf(s1.item.view());
    expect(spans).toMatchObject([
      {
        name: 'item/view',
        kind: 2,
        attributes: {
          'rpc.system': 'streamone',
          'rpc.service': 'item',
          'rpc.method': 'view',
          'server.address': '127.0.0.1',
          'server.port': server.port,
          'streamone.status': 0,
          'streamone.attempts': 1,
        },
        status: undefined,
        ended: 1,
      },
      {
        attributes: {
          'error.type': 'NotFoundError',
          'streamone.status': 120,
          'streamone.status_name': 'ITEM_NOT_FOUND',
        },
        status: { code: 2 },
        ended: 1,
      },
    ]);
  });

  test('is told no secret', async () => {
    await using server = await startScriptedServer([{ status: 200, body: 'no JSON' }]);
    const { tracer, spans } = notingTracer();
    const s1 = clientOf(server.url, { tracer, middleware: [() => Promise.reject(new Error('canary'))], retry: 0 });
    await errorOf(s1.item.view());
    expect(JSON.stringify(spans)).not.toMatch(/canary-|signature/);
    expect(spans[0]?.ended).toBe(1);
  });

  test('may be set for a derived client, and must be one', async () => {
    await using server = await startScriptedServer([success([])]);
    const { tracer, spans } = notingTracer();
    const s1 = clientOf(server.url);
    await s1.with({ tracer }).item.view();
    await s1.item.view();
    expect(spans).toHaveLength(1);
    expect(() => s1.with({ tracer: {} as never })).toThrow(/^tracer: expected a tracer of OpenTelemetry/);
  });
});
