import { describe, expect, test } from 'vitest';
import type { TestServer } from '../src/index.js';
import { adapters } from './adapters.js';
import { type PartialWish, ask } from './ask.js';
import { create, initialize } from './login.js';

/** How each general status is provoked: by what is asked, or by what the server was told to do. */
interface Provoked {
  readonly by: 'a request' | 'a control';
  readonly wish: (server: TestServer) => PartialWish | Promise<PartialWish>;
}

const item =
  (wish: PartialWish = {}) =>
  (server: TestServer): PartialWish => ({
    account: server.credentials.account,
    ...wish,
  });

const provoked: Readonly<Record<number, readonly Provoked[]>> = {
  0: [{ by: 'a request', wish: item() }],
  1: [
    {
      by: 'a control',
      wish: (server) => {
        server.faults.add({ status: 1 });
        return item()(server);
      },
    },
  ],
  2: [
    { by: 'a request', wish: item({ timestamp: 1 }) },
    {
      by: 'a control',
      wish: (server) => {
        const timestamp = Math.floor(server.clock.now() / 1000);
        server.clock.advance(901);
        return item({ timestamp })(server);
      },
    },
  ],
  3: [{ by: 'a request', wish: (server) => item({ key: { ...server.credentials.user, psk: 'wrong' } })(server) }],
  4: [{ by: 'a request', wish: item({ path: '/api/session/initialize', args: { user: 'editor', userip: '::1' } }) }],
  5: [{ by: 'a request', wish: item({ path: '/api/category/view' }) }],
  6: [{ by: 'a request', wish: item({ args: { nosuch: '1' } }) }],
  7: [{ by: 'a request', wish: item({ parameters: (pairs) => [...pairs, ['debug', '1']] }) }],
  8: [
    {
      by: 'a request',
      wish: async (server) => {
        for (let count = 0; count < 5; count++) {
          const { challenge } = (await initialize(server)).body;
          await create(server, { challenge, response: 'AAAA' });
        }
        const args = { user: 'editor', userip: '192.0.2.1' };
        return { path: '/api/session/initialize', type: 'application', args };
      },
    },
    {
      by: 'a control',
      wish: (server) => {
        server.faults.add({ status: 8, times: 1 });
        return item()(server);
      },
    },
  ],
  9: [{ by: 'a request', wish: item({ timezone: 'Europe/Atlantis' }) }],
  10: [
    {
      by: 'a control',
      wish: (server) => {
        server.state.readOnly = true;
        return item({ path: '/api/item/create' })(server);
      },
    },
  ],
};

test('the table has every general status', () => {
  expect(Object.keys(provoked).map(Number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

const rows = Object.entries(provoked).flatMap(([status, ways]) =>
  ways.map((way) => ({ status: Number(status), ...way })),
);

describe.each(adapters)('over $name', (adapter) => {
  test.each(rows)('$status by $by', async ({ status, wish }) => {
    await using server = await adapter.start();
    const { header } = await ask(server, await wish(server), adapter);
    expect(header.status).toBe(status);
    expect(server.journal.entries().at(-1)?.status).toBe(status);
  });
});
