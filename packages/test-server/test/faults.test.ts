import { open } from '@streamone/core';
import { defineAction } from '@streamone/core/catalogue';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type FaultOptions, createTestServer } from '../src/index.js';
import { adapters } from './adapters.js';
import { ask, signFor, view } from './ask.js';

describe.each(adapters)('over $name', (adapter) => {
  async function answered(fault: FaultOptions, path = '/api/item/create') {
    const server = await adapter.start();
    server.faults.add(fault);
    const before = server.state.items.size;
    const { target, body } = signFor(server, { path, account: server.credentials.account });
    try {
      const started = performance.now();
      const answer = await adapter.send(server, { target, body });
      return { ...answer, took: performance.now() - started, made: server.state.items.size - before };
    } catch (error) {
      return { error, made: server.state.items.size - before };
    } finally {
      await server.close();
    }
  }

  test('a status of the API', async () => {
    const answer = await answered({ status: 8 });
    expect(answer).toMatchObject({ status: 200, made: 0 });
    expect('text' in answer && answer.text).toContain('"status":8');
  });

  test('a status of HTTP', async () => {
    const answer = await answered({ http: 503, retryAfter: 7 });
    expect(answer).toMatchObject({ status: 503, made: 0, headers: { 'retry-after': '7' } });
    for (const http of [204, 205, 304]) {
      expect(await answered({ http })).toMatchObject({ status: http, text: '' });
    }
    expect(await answered({ status: 8, retryAfter: 3 })).toMatchObject({
      status: 200,
      headers: { 'retry-after': '3' },
    });
  });

  test('a new status of the API', async () => {
    const answer = await answered({ status: 9999 });
    expect('text' in answer && answer.text).toContain('"status":9999');
  });

  test('HTML, and nothing at all', async () => {
    const html = await answered({ kind: 'html' });
    expect(html).toMatchObject({ status: 200, made: 0, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(await answered({ kind: 'empty' })).toMatchObject({ status: 200, made: 0, text: '' });
  });

  test('a truncated answer: the write was carried out, the body breaks off', async () => {
    const answer = await answered({ kind: 'truncated' });
    expect(answer).toMatchObject({ made: 1 });
    expect(answer).toHaveProperty('error');
  });

  test('half of the JSON, as if that were all', async () => {
    const answer = await answered({ kind: 'malformed' });
    expect(answer).toMatchObject({ status: 200, made: 1, headers: { 'content-type': 'application/json' } });
    if (!('text' in answer)) throw new Error('no answer');
    expect(answer.text).toMatch(/^\{"header":\{"status":0,/);
    expect(() => JSON.parse(answer.text) as unknown).toThrow('JSON');
    if (adapter.name === 'socket')
      expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(answer.text)));
  });

  test('a reset: nothing was carried out, nothing comes back', async () => {
    const answer = await answered({ kind: 'reset' });
    expect(answer).toMatchObject({ made: 0 });
    expect(answer).toHaveProperty('error');
  });

  test('a delay', async () => {
    const answer = await answered({ kind: 'delay', ms: 80 });
    expect(answer).toMatchObject({ status: 200, made: 1 });
    expect('took' in answer && answer.took).toBeGreaterThan(75);
  });

  test('a slow body: it is whole, and takes its time', async () => {
    const answer = await answered({ kind: 'slow', ms: 80 });
    expect(answer).toMatchObject({ status: 200, made: 1 });
    expect('took' in answer && answer.took).toBeGreaterThan(75);
    expect('text' in answer && JSON.parse(answer.text)).toMatchObject({ header: { status: 0 } });
    expect('headers' in answer && answer.headers).toHaveProperty('date');
  });

  test('who it is for', async () => {
    const server = await adapter.start();
    onTestFinished(() => server.close());
    const { user, application, account } = server.credentials;
    server.faults.add({ status: 8, actor: application.id });
    expect((await ask(server, { account }, adapter)).header.status).toBe(0);
    expect((await ask(server, { path: '/api/api/info', type: 'application' }, adapter)).header.status).toBe(8);
    server.faults.clear();
    server.faults.add({ status: 9, actor: user.id });
    expect((await ask(server, { path: '/api/api/info', type: 'application' }, adapter)).header.status).toBe(0);
    // Who signs with a wrong key is believed for this.
    expect((await ask(server, { key: { ...user, psk: 'wrong' } }, adapter)).header.status).toBe(9);
  });

  test('the end of the server ends what waits', async () => {
    const server = await adapter.start();
    const warnings: Error[] = [];
    const note = (warning: Error) => void warnings.push(warning);
    process.on('warning', note);
    onTestFinished(() => void process.off('warning', note));
    server.faults.add({ kind: 'hang', times: 20 });
    server.faults.add({ kind: 'delay', ms: 600_000, times: 20 });
    server.faults.add({ kind: 'slow', ms: 600_000 });
    const { target, body } = signFor(server);
    const waiting = Array.from({ length: 60 }, () => adapter.send(server, { target, body }));
    const ended = Promise.allSettled(waiting);
    await expect.poll(() => server.journal.entries()).toHaveLength(60);
    const started = performance.now();
    await server.close();
    // Requests that are under way otherwise have a second.
    expect(performance.now() - started).toBeLessThan(800);
    expect((await ended).map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 'rejected'));
    expect(warnings).toEqual([]);
  });
});

test('a slow body arrives in pieces, and ends with its signal', async () => {
  const server = createTestServer();
  server.faults.add({ kind: 'slow', ms: 100 });
  const { target, body } = signFor(server, { account: server.credentials.account });
  const init = { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  const pieces: Uint8Array[] = [];
  const answered = await server.fetch(`${server.url}${target}`, init);
  for await (const piece of answered.body ?? []) pieces.push(piece);
  expect(pieces.length).toBeGreaterThan(5);
  expect(JSON.parse(Buffer.concat(pieces).toString())).toHaveProperty('header.status', 0);
  const left = new AbortController();
  const broken = await server.fetch(`${server.url}${target}`, { ...init, signal: left.signal });
  const reading = broken.text();
  left.abort(new Error('left'));
  await expect(reading).rejects.toThrow('left');
});

test('a request that hangs ends with its signal', async () => {
  const server = createTestServer();
  server.faults.add({ kind: 'hang' });
  const { target } = signFor(server);
  const signal = AbortSignal.timeout(20);
  await expect(server.fetch(`${server.url}${target}`, { method: 'POST', signal })).rejects.toThrow('timeout');
});

test('times, after, command, action, and taking back', async () => {
  const server = createTestServer();
  const statuses = async (count: number, path = '/api/user/viewme'): Promise<number[]> => {
    const found: number[] = [];
    for (let left = count; left > 0; left--) found.push((await ask(server, { path })).header.status);
    return found;
  };
  server.faults.add({ status: 8, times: 2, after: 1, command: 'user', action: 'viewme' });
  expect(await statuses(2, '/api/api/info')).toEqual([0, 0]);
  expect(await statuses(5)).toEqual([0, 8, 8, 0, 0]);
  const remove = server.faults.add({ status: 1 });
  expect(await statuses(2)).toEqual([1, 1]);
  remove();
  expect(await statuses(1)).toEqual([0]);
  server.faults.add({ status: 1, command: 'user' });
  expect(server.faults.entries()).toEqual([{ id: 3, status: 1, command: 'user', happened: 0 }]);
  server.faults.clear();
  expect(server.faults.entries()).toEqual([]);
  expect(await statuses(1)).toEqual([0]);
});

async function pattern(seed: number): Promise<string> {
  const server = createTestServer({ seed });
  server.faults.add({ status: 8, probability: 0.5 });
  let found = '';
  for (let count = 0; count < 40; count++) found += (await view(server)).header.status;
  return found;
}

test('chance follows the seed', async () => {
  expect(await pattern(3)).toBe(await pattern(3));
  expect(await pattern(3)).not.toBe(await pattern(4));
  expect(await pattern(3)).toMatch(/(?=.*0)(?=.*8)/);
});

test('a reset brings the chances back to their beginning, and no fault takes from the IDs', async () => {
  const server = createTestServer();
  const draw = async (): Promise<string> => {
    server.faults.add({ status: 8, probability: 0.5 });
    let found = '';
    for (let count = 0; count < 40; count++) found += (await view(server)).header.status;
    return found;
  };
  const first = await draw();
  expect(server.state.newId()).toBe(createTestServer().state.newId());
  server.faults.clear();
  expect(await draw()).not.toBe(first);
  server.reset();
  expect(await draw()).toBe(first);
});

test('each fault counts for itself, and the first that fits happens', async () => {
  const server = createTestServer();
  server.faults.add({ status: 1, times: 1 });
  server.faults.add({ status: 8, times: 1, after: 1 });
  const seen: number[] = [];
  for (let count = 0; count < 4; count++) seen.push((await view(server)).header.status);
  expect(seen).toEqual([1, 0, 8, 0]);
  expect(server.journal.entries().map(({ fault }) => fault?.status)).toEqual([1, undefined, 8, undefined]);
});

test('a fault may be for an action of your own, and for whichever command has the action', async () => {
  const look = defineAction({ command: 'lamp', action: 'look', output: open() });
  const server = createTestServer({ actions: [look] });
  server.faults.add({ status: 8, command: 'lamp' });
  server.faults.add({ status: 9, action: 'viewme' });
  expect((await ask(server, { path: '/api/lamp/look' })).header.status).toBe(8);
  expect((await ask(server, { path: '/api/user/viewme' })).header.status).toBe(9);
});

test('no more than 1000 wait', () => {
  const { faults } = createTestServer();
  for (let count = 0; count < 1000; count++) faults.add({ status: 1 });
  expect(() => faults.add({ status: 1 })).toThrow('1000');
  faults.clear();
  faults.add({ status: 1 });
});

test.each([
  [{}, 'exactly one of'],
  [{ status: 8, http: 500 }, 'exactly one of'],
  [{ kind: 'explode' as 'html' }, 'faults.kind'],
  [{ http: 99 }, 'faults.http'],
  [{ status: 1.5 }, 'faults.status'],
  [{ status: 8, times: 0 }, 'faults.times'],
  [{ status: 8, probability: 2 }, 'faults.probability'],
  [{ status: 8, probability: Number.NaN }, 'faults.probability'],
  [{ status: Number.POSITIVE_INFINITY }, 'faults.status'],
  [{ status: 0 }, 'faults.status'],
  [{ status: 8, after: Number.POSITIVE_INFINITY }, 'faults.after'],
  [{ http: 600 }, 'faults.http'],
  [{ kind: 'delay', ms: 600_001 }, 'faults.ms'],
  [{ kind: 'delay', ms: -1 }, 'faults.ms'],
  [{ kind: 'hang', ms: 5 }, 'delay and slow'],
  [{ status: 8, ms: 5 }, 'delay and slow'],
  [{ kind: 'empty', retryAfter: 5 }, 'http and status'],
  [{ http: 503, retryAfter: 1.5 }, 'faults.retryAfter'],
  [{ status: 8, command: 5 as unknown as string }, 'faults.command'],
  [{ status: 8, actor: null as unknown as string }, 'faults.actor'],
  [{ status: 8, comand: 'item' } as FaultOptions, 'given "comand". Did you mean "command"?'],
  [{ status: 8, time: 1 } as FaultOptions, 'given "time". Did you mean "times"?'],
  [{ http: 503, command: 'itm' }, 'securityprofile, upload, given "itm". Did you mean "item"?'],
  [
    { http: 503, command: 'item/view' },
    'given "item/view". The two go apart: { "command": "item", "action": "view" }.',
  ],
  [{ http: 503, action: '/api/item/view' }, 'The two go apart: { "command": "item", "action": "view" }.'],
  [{ http: 503, command: 'item', action: 'viwe' }, 'faults.action: expected one of view, create, '],
  [{ http: 503, action: 'viewall' }, "faults.action: expected an action of one of the server's commands"],
  [{ http: 503, command: 'media' }, 'Media links have no faults.'],
  [{ http: 503, command: 'upload', action: 'create' }, 'faults.action: expected none with the command upload'],
  [null as unknown as FaultOptions, 'faults'],
] satisfies [FaultOptions, string][])('%j is refused', (fault, message) => {
  expect(() => createTestServer().faults.add(fault)).toThrow(message);
});
