import type { ClientOptions, CommandsOf, StreamOneClient } from '@streamone/client';
import { application, user } from '@streamone/core';
import type { allCommands } from '@streamone/core/catalogue';
import { type TestServer, startTestServer } from '@streamone/test-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorOf } from './test-client.ts';

type FullClient = StreamOneClient & CommandsOf<typeof allCommands>;

/** What clients do for an application, which no page may: the people who log in through it. */
export function applicationSuite(name: string, create: (options: Omit<ClientOptions, 'commands'>) => FullClient): void {
  describe(`an application: ${name}`, () => {
    let server: TestServer;
    let s1: FullClient;
    beforeAll(async () => {
      server = await startTestServer({ seed: 7 });
      s1 = create({ auth: user(server.credentials.user), url: server.url, account: server.credentials.account });
    });
    afterAll(async () => {
      await s1.close();
      await server.close();
    });

    test('an application', async () => {
      const app = s1.with({ auth: application(server.credentials.application) });
      expect((await app.item.view({ limit: 1 })).length).toBe(1);
    });

    test('a person logs in through the application, works, may do what they may, and leaves', async () => {
      const { login, account } = server.credentials;
      const app = s1.with({ auth: application(server.credentials.application) });
      server.journal.clear();
      const person = await app.login({ ...login, ip: '192.0.2.7' });
      expect((await person.user.viewme()).username).toBe(login.username);
      expect(person.options.session).toMatchObject({ user: server.credentials.user.id, timeout: 3600, active: true });
      expect(await person.can('item-read')).toBe(true);
      expect(await person.can('no-such-token')).toBe(false);
      expect(await person.tokens({ account })).toContain('item-read');
      expect((await person.roles())[0]?.role.name).toBe('Administrator');
      expect((await app.roles())[0]?.role.name).toBe('Website');
      const again = await app.resume(person.options.session?.save() ?? '');
      expect((await again.item.view({ limit: 1 })).length).toBe(1);
      await person.logout();
      expect(await errorOf(again.item.view())).toMatchObject({ name: 'SessionError', status: 282, attempts: 1 });
      expect(JSON.stringify(server.journal.entries())).not.toContain(login.password);
    });

    test('a wrong password', async () => {
      const app = s1.with({ auth: application(server.credentials.application) });
      const login = app.login({ ...server.credentials.login, password: 'wrong', ip: '192.0.2.7' });
      expect(await errorOf(login)).toMatchObject({ name: 'SessionError', status: 281, action: 'create', attempts: 1 });
    });
  });
}
