import { describe, expect, test } from 'vitest';
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
    expect(await answered({ http: 204 })).toMatchObject({ status: 204 });
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
  server.faults.clear();
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

test.each([
  [{}, 'exactly one of'],
  [{ status: 8, http: 500 }, 'exactly one of'],
  [{ kind: 'explode' as 'html' }, 'faults.kind'],
  [{ http: 99 }, 'faults.http'],
  [{ status: 1.5 }, 'faults.status'],
  [{ status: 8, times: 0 }, 'faults.times'],
  [{ status: 8, probability: 2 }, 'faults.probability'],
  [{ status: 8, probability: Number.NaN }, 'faults.probability'],
])('%j is refused', (fault, message) => {
  expect(() => createTestServer().faults.add(fault)).toThrow(message);
});
