// The linter does not know tests of another name than vitest's.
/* oxlint-disable vitest/no-standalone-expect */
import { describe, expect } from 'vitest';
import { type TestServer, createTestServer } from '../src/index.js';
import { serverTest } from '../src/vitest/index.js';
import { socket } from './adapters.js';
import { ask, view } from './ask.js';

const test = serverTest({ seed: 7 });
const seen = new Set<TestServer>();
const items = createTestServer().state.items.size;

describe('a fresh server for each worker', () => {
  // Each of them leaves the server changed, and begins with one that is not.
  test.for([1, 2])('put back to its beginning before each test (%i)', async (_, { server }) => {
    seen.add(server);
    expect(server.state.items.size).toBe(items);
    expect(server).not.toHaveReceived('item/create');
    expect((await view(server)).header.status).toBe(0);
    const { account } = server.credentials;
    await ask(server, { path: '/api/item/create', account, args: { title: 'Left behind' } }, socket);
    expect(server).toHaveReceived('item/create', { status: 0, times: 1 });
    expect(server.state.items.size).toBe(items + 1);
    server.faults.add({ status: 8 });
    server.clock.advance(5000);
    expect((await view(server)).header.status).toBe(8);
  });

  test('the server is one, with the options given', async ({ server }) => {
    seen.add(server);
    expect(seen.size).toBe(1);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(Math.abs(server.clock.now() - Date.now())).toBeLessThan(5000);
    expect(server.credentials).toEqual(createTestServer({ seed: 7 }).credentials);
  });

  test.extend<{ item: string }>({
    item: async ({ server }, use) => {
      const [first] = server.state.items;
      await use(first?.id ?? '');
    },
  })('fixtures of one’s own build on it', async ({ server, item }) => {
    await view(server, { item });
    expect(server).toHaveReceived('item/view', { arguments: { item } });
  });
});
