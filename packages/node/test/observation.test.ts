// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type LogEvent, createClient, user } from '@streamone/node';
import { context, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { createTestServer } from '@streamone/test-server';
import { afterAll, expect, test } from 'vitest';

const server = createTestServer();
const { credentials } = server;
const options = { url: server.url, fetch: server.fetch, auth: user(credentials.user), account: credentials.account };

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
provider.register();
afterAll(async () => {
  await provider.shutdown();
  trace.disable();
  context.disable();
});

test('a tracer of OpenTelemetry: each call is a span, of whatever asked for it', async () => {
  const tracer = trace.getTracer('test');
  const s1 = createClient({ ...options, tracer });
  await tracer.startActiveSpan('job', async (job) => {
    await s1.item.view({ limit: 1 });
    job.end();
  });
  const [view, job] = exporter.getFinishedSpans();
  expect(view).toMatchObject({ name: 'item/view', kind: 2 });
  expect(view?.parentSpanContext?.spanId).toBe(job?.spanContext().spanId);
  expect(view?.attributes).toMatchObject({ 'rpc.system': 'streamone', 'streamone.status': 0 });
});

test('what middleware does is within the span, so that a trace can be handed on', async () => {
  const seen: (string | undefined)[] = [];
  const s1 = createClient({
    ...options,
    tracer: trace.getTracer('test'),
    middleware: [
      (request, next) => {
        seen.push(trace.getActiveSpan()?.spanContext().traceId);
        return next(request.withHeaders({ traceparent: 'x' }));
      },
    ],
  });
  await s1.item.view({ limit: 1 });
  expect(seen).toEqual([exporter.getFinishedSpans().at(-1)?.spanContext().traceId]);
});

test('diagnostics_channel tells of every client, without one word of the program', async () => {
  const events: LogEvent[] = [];
  const listener = (event: unknown): void => void events.push(event as LogEvent);
  const channels = ['start', 'request', 'response', 'end'].map((type) => `streamone:${type}`);
  for (const name of channels) subscribe(name, listener);
  try {
    const s1 = createClient(options);
    await s1.item.view({ searchtitle: 'canary' });
    expect(events.map(({ type }) => type)).toEqual(['start', 'request', 'response', 'end']);
    expect(JSON.stringify(events)).not.toMatch(/canary|signature|psk/);
  } finally {
    for (const name of channels) unsubscribe(name, listener);
  }
  await createClient(options).item.view({ limit: 1 });
  expect(events).toHaveLength(4);
});

test('a listener that throws breaks no call', async () => {
  const listener = (): never => {
    throw new Error('broken monitor');
  };
  const s1 = createClient({ ...options, log: listener });
  expect(await s1.item.view({ limit: 1 })).toHaveLength(1);
});
