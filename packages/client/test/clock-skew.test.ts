import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Reply, type ScriptedServer, refusal, reset, startScriptedServer, success } from './scripted-server.ts';
import { PSK, clientOf, factsOf, keptLog } from './test-client.ts';

const HERE = Date.UTC(2026, 5, 1);
const THERE = HERE + 3_600_000;
const clock = (): number => HERE;

/** A platform with a clock of its own: status 2 for a timestamp that is off by more than a minute. */
async function platform(time: number, header: (time: number) => [string, string][]): Promise<ScriptedServer> {
  const reply: Reply = (socket, { query }) => {
    const off = Math.abs(Number(query.get('timestamp')) * 1000 - time) > 60_000;
    const { body = '' } = off ? refusal(2, 'timestamp out of range') : success([]);
    const head = header(time).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(
      `HTTP/1.1 200 OK\r\n${head.join('')}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${String(body)}`,
    );
  };
  return startScriptedServer([reply]);
}
const dated = (time: number): [string, string][] => [['Date', new Date(time).toUTCString()]];

describe('a clock that differs', () => {
  test.for<[string, (s1: ReturnType<typeof clientOf>) => PromiseLike<unknown>]>([
    ['a read', (s1) => s1.item.view()],
    ['a write', (s1) => s1.item.create({ title: 'x' })],
    ['a read with retry: 0', (s1) => s1.item.view({}, { retry: 0 })],
    ['a write with retry: 0', (s1) => s1.item.create({}, { retry: 0 })],
    ['an action of a session', (s1) => s1.call('session/initialize')],
  ])('is mended once for %s', async ([, use]) => {
    await using server = await platform(THERE, dated);
    await use(clientOf(server.url, { clock }));
    expect(server.requests).toHaveLength(2);
    const [first, second] = server.requests.map(({ query }) => Number(query.get('timestamp')));
    expect(first).toBe(HERE / 1000);
    expect(Math.abs((second ?? 0) - THERE / 1000)).toBeLessThanOrEqual(1);
    for (const { target, body, query } of server.requests) {
      const signed = `${target.replace(/&signature=.*$/, '')}&${body}`;
      expect(query.get('signature')).toBe(createHmac('sha1', PSK).update(signed).digest('hex'));
    }
  });

  test('behind is mended too', async () => {
    await using server = await platform(HERE - 86_400_000, dated);
    expect((await clientOf(server.url, { clock }).item.view().response()).attempts).toBe(2);
  });

  test('is reckoned with by later calls and derived clients', async () => {
    await using server = await platform(THERE, dated);
    const log = keptLog();
    const client = clientOf(server.url, { clock, log: log.log });
    const early = client.with({ timezone: 'UTC' });
    await client.item.view();
    expect((await client.item.create().response()).attempts).toBe(1);
    expect((await client.with({ account: 'other' }).item.view().response()).attempts).toBe(1);
    expect((await early.item.view().response()).attempts).toBe(1);
    expect(server.requests).toHaveLength(5);
    expect(log.events.filter(({ type }) => type === 'clock')).toEqual([
      expect.objectContaining({ offset: 3_600_500, attempt: 1, command: 'item', action: 'view' }),
    ]);
  });

  test('is mended for each of many calls at once, by one further request each', async () => {
    await using server = await platform(THERE, dated);
    const client = clientOf(server.url, { clock });
    const all = await Promise.all(Array.from({ length: 8 }, () => client.item.create().response()));
    expect(all.map(({ attempts }) => attempts)).toEqual(Array.from({ length: 8 }, () => 2));
    expect(server.requests).toHaveLength(16);
  });

  test('is not mended without a Date header', async () => {
    await using server = await platform(THERE, () => []);
    const told = await factsOf(clientOf(server.url, { clock }).item.view());
    expect(told).toMatchObject({ name: 'ClockSkewError', status: 2, attempts: 1, command: 'item', action: 'view' });
    expect(told['message']).toContain('clock');
    expect(server.requests).toHaveLength(1);
  });

  test.for(['yesterday', '0', 'Fri, 31 Dec 9999 23:59:59 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
    'is not mended by a Date of "%s", nor are later calls spoilt by it',
    async (date) => {
      await using server = await startScriptedServer([refusal(2, 'no', { headers: [['Date', date]] }), success([])]);
      const client = clientOf(server.url, { clock });
      expect(await factsOf(client.item.view())).toMatchObject({ name: 'ClockSkewError', attempts: 1 });
      await client.item.view();
      expect(server.requests[1]?.query.get('timestamp')).toBe(String(HERE / 1000));
    },
  );

  test('that is refused again is a ClockSkewError after two requests', async () => {
    await using server = await startScriptedServer([refusal(2, 'no', { headers: dated(THERE) })]);
    expect(await factsOf(clientOf(server.url, { clock }).item.view())).toMatchObject({
      name: 'ClockSkewError',
      attempts: 2,
    });
    expect(server.requests).toHaveLength(2);
  });

  test('is mended once in a call, retries included', async () => {
    const [first, second] = [THERE, THERE + 3_600_000].map((time) => refusal(2, 'no', { headers: dated(time) }));
    await using server = await startScriptedServer([first ?? {}, reset, second ?? {}]);
    expect(await factsOf(clientOf(server.url, { clock }).item.view())).toMatchObject({
      name: 'ClockSkewError',
      attempts: 3,
    });
    expect(server.requests).toHaveLength(3);
  });
});

test('clocks that agree are not mended: the fault is elsewhere', async () => {
  await using server = await startScriptedServer([refusal(2, 'no', { headers: dated(HERE + 900) })]);
  expect(await factsOf(clientOf(server.url, { clock }).item.view())).toMatchObject({
    name: 'ClockSkewError',
    attempts: 1,
  });
});

test('clocks that agree are not mended after a slow answer either', async () => {
  let time = HERE;
  const slow = (): number => (time += 5000);
  await using server = await startScriptedServer([refusal(2, 'no', { headers: dated(HERE + 10_000) })]);
  expect(await factsOf(clientOf(server.url, { clock: slow }).item.view())).toMatchObject({ attempts: 1 });
});
