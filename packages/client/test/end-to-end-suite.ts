import type { BaseClient, ClientOptions, CommandsOf } from '@streamone/client/runtime';
import { type UserCredentials, user } from '@streamone/core';
import type { allCommands } from '@streamone/core/catalogue';
import type { TestServer } from '@streamone/test-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorOf, keptLog } from './test-client.ts';

type FullClient = BaseClient & CommandsOf<typeof allCommands>;

/** What the story is told with. */
export interface EndToEndParts {
  /** A test server, over a real socket where the runtime can. */
  readonly start: (options: { readonly seed: number }) => Promise<TestServer>;
  /** Credentials of a user; `user` unless given. A page takes the key in a form that can't be read. */
  readonly credentials?: (input: {
    readonly id: string;
    readonly psk: string;
  }) => Promise<UserCredentials> | UserCredentials;
  /** A client with all commands, of the test server that was started last. */
  readonly create: (options: Omit<ClientOptions, 'commands'>) => FullClient;
}

/** The story that every client must be able to tell that signs for a user, against the test server. */
export function endToEndSuite(name: string, { start, create, credentials = user }: EndToEndParts): void {
  describe(`end to end: ${name}`, () => {
    let server: TestServer;
    let s1: FullClient;
    beforeAll(async () => {
      server = await start({ seed: 7 });
      s1 = create({
        auth: await credentials(server.credentials.user),
        url: server.url,
        account: server.credentials.account,
      });
    });
    afterAll(async () => {
      await s1.close();
      await server.close();
    });

    test('who am I', async () => {
      const me = await s1.user.viewme();
      expect(me.id).toBe(server.credentials.user.id);
      expect(me.datecreated).toBeInstanceOf(Date);
    });

    test('what is this', async () => {
      const { header } = await s1.api.info().response();
      expect(header).toMatchObject({ status: 0, apiversion: 3 });
    });

    test('list, and page through all', async () => {
      const page = await s1.item.view({ archived: null, limit: 3 });
      expect(page).toHaveLength(3);
      expect(page.total).toBeGreaterThan(5);
      server.journal.clear();
      const all = await s1.item.view({ archived: null, limit: 3 }).all();
      expect(all).toHaveLength(page.total ?? 0);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(server.journal.entries()).toHaveLength(Math.ceil((page.total ?? 0) / 3));
      expect(all[0]?.datecreated).toBeInstanceOf(Date);
    });

    test('create an item with a Unicode title, and find it', async () => {
      const title = 'Žižkov & ~ 日本語 + 100% 🎬';
      const made = await s1.item.create({ title, itemtype: 'video', dateaired: new Date('2026-03-29T01:30:00Z') });
      const [found, ...others] = await s1.item.view({ searchtitle: '日本語 + 100%' });
      expect(others).toEqual([]);
      expect(found).toMatchObject({ id: made.id, title, dateaired: new Date('2026-03-29T01:30:00Z') });
      const [tokyo] = await s1.item.view({ item: [made.id] }, { timezone: 'Asia/Tokyo' });
      expect(tokyo?.dateaired).toEqual(found?.dateaired);
    });

    test('a wrong key', async () => {
      const wrong = s1.with({ auth: await credentials({ id: server.credentials.user.id, psk: 'f'.repeat(32) }) });
      expect(await errorOf(wrong.item.view())).toMatchObject({
        name: 'AuthenticationError',
        command: 'item',
        action: 'view',
        attempts: 1,
      });
    });

    test('an unknown account', async () => {
      const error = await errorOf(s1.item.view({}, { account: 'nosuchaccoun' }));
      expect(error).toMatchObject({ name: 'NotFoundError', status: 290, command: 'item', action: 'view' });
    });

    test('a missing token', async () => {
      const nobody = server.state.users.add({
        ...server.state.users.get(server.credentials.user.id),
        id: 'nobodyatall1',
        psk: 'nobody-key',
        roles: [],
        username: 'nobody',
      });
      const weak = s1.with({ auth: await credentials({ id: nobody.id, psk: 'nobody-key' }) });
      expect(await errorOf(weak.item.view())).toMatchObject({ name: 'AccessDeniedError', command: 'item' });
    });

    test('an argument that the platform does not have', async () => {
      expect(await errorOf(s1.call('item/view', { nosuch: 1 }))).toMatchObject({
        name: 'InvalidInputError',
        status: 6,
      });
    });

    test('a clock that is off, for a read and a write', async () => {
      server.clock.advance(7200);
      const log = keptLog();
      const client = create({
        auth: await credentials(server.credentials.user),
        url: server.url,
        account: server.credentials.account,
        log: log.log,
      });
      const { attempts } = await client.item.create({ title: 'late' }).response();
      expect(attempts).toBe(2);
      expect((await client.item.view().response()).attempts).toBe(1);
      expect(log.types()).toEqual(['request', 'response', 'clock', 'request', 'response', 'request', 'response']);
      server.clock.advance(-7200);
      await client.close();
    });

    test.for([
      [{ http: 503, retryAfter: 0, times: 1 }, 2],
      [{ kind: 'reset', times: 1 }, 2],
      [{ kind: 'truncated', times: 1 }, 2],
      [{ status: 8, times: 1 }, 2],
    ] as const)('a fault that passes: %o', async ([fault, attempts]) => {
      const remove = server.faults.add(fault);
      expect((await s1.item.view({ limit: 1 }).response()).attempts).toBe(attempts);
      remove();
    });

    test.for([
      [{ kind: 'html' }, 'MalformedResponseError'],
      [{ kind: 'empty' }, 'MalformedResponseError'],
      [{ kind: 'truncated' }, /MalformedResponseError|NetworkError/],
      [{ kind: 'reset' }, 'NetworkError'],
      [{ kind: 'hang' }, 'TimeoutError'],
      [{ http: 502 }, 'HttpError'],
    ] as const)('a fault that stays: %o', async ([fault, expected]) => {
      const remove = server.faults.add(fault);
      const error = await errorOf(s1.item.create({ title: 'x' }, { timeout: 300 }));
      expect(error.name).toMatch(expected);
      expect(error).toMatchObject({ command: 'item', action: 'create', attempts: 1 });
      remove();
    });
  });
}
