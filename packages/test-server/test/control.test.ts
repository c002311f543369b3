import { describe, expect, onTestFinished, test } from 'vitest';
import { type TestServerOptions, resource } from '../src/index.js';
import { adapters } from './adapters.js';
import { ask as askApi, view } from './ask.js';
import { ask as askControl } from './control.js';
import { initialize, login, viewme } from './login.js';
import { categoryCommand } from './own-category.js';

/** What control tells of the clock. */
function at(now: string, more: object) {
  return { status: 200, json: { now, milliseconds: Date.parse(now), ...more } };
}

describe.each(adapters)('over $name', (adapter) => {
  async function start(options?: TestServerOptions) {
    const server = await adapter.start(options);
    onTestFinished(() => server.close());
    const ask = (request: string, body?: unknown, headers?: Record<string, string>) =>
      askControl(adapter, server, request, body, headers);
    return { server, ask };
  }

  test('health, without a secret', async () => {
    const { server, ask } = await start({ seed: 5 });
    const { status, json, text } = await ask('GET health');
    expect(status).toBe(200);
    expect(json).toMatchObject({ status: 'ok', scenario: 'studio', seed: 5, readOnly: false });
    const { user, application, login: person } = server.credentials;
    for (const secret of [user.psk, application.psk, person.password]) expect(text).not.toContain(secret);
    expect((await ask('HEAD health')).status).toBe(200);
  });

  test('the journal, with filters', async () => {
    const { server, ask } = await start();
    await view(server);
    await askApi(server, { path: '/api/user/viewme' });
    await view(server, { nonsense: 'x' });
    const seen = async (query: string) =>
      ((await ask(`GET journal${query}`)).json as { id: number }[]).map(({ id }) => id);
    expect(await seen('')).toEqual([1, 2, 3]);
    expect(await seen('?command=item&action=view')).toEqual([1, 3]);
    expect(await seen('?status=6')).toEqual([3]);
    expect(await seen('?refused=true')).toEqual([3]);
    expect(await seen('?refused=false&limit=1')).toEqual([2]);
    expect(await seen('?after=1&before=3')).toEqual([2]);
    expect(await seen(`?actor=${server.credentials.user.id}`)).toEqual([1, 2, 3]);
    expect(await seen('?actor=nobody')).toEqual([]);
    const [entry] = server.journal.entries();
    expect((await ask('GET journal/1')).json).toEqual(JSON.parse(JSON.stringify(entry)));
    for (const [query, argument] of [
      ['?colour=red', 'journal filter'],
      ['?status=six', 'journal filter status'],
      ['?refused=perhaps', 'journal filter refused'],
      ['?limit=-1', 'journal filter limit'],
    ]) {
      expect(await ask(`GET journal${query}`)).toMatchObject({ status: 400, json: { error: { argument } } });
    }
    expect((await ask('GET journal/99')).status).toBe(404);
    expect((await ask('GET journal/first')).status).toBe(404);
    expect(await ask('DELETE journal?command=item')).toMatchObject({ status: 400 });
    expect(await seen('')).toHaveLength(3);
    expect(await ask('DELETE journal')).toMatchObject({ status: 204, text: '' });
    expect(await seen('')).toEqual([]);
  });

  test('faults', async () => {
    const { server, ask } = await start();
    expect(await ask('POST faults', { status: 8, times: 2 })).toMatchObject({ status: 201, json: { id: 1 } });
    expect((await view(server)).header.status).toBe(8);
    expect((await ask('GET faults')).json).toEqual([{ id: 1, status: 8, times: 2, happened: 1 }]);
    expect((await view(server)).header.status).toBe(8);
    expect((await view(server)).header.status).toBe(0);
    expect((await ask('GET faults')).json).toEqual([]);
    // It is gone by itself; a test that takes it back all the same is not told off.
    expect((await ask('DELETE faults/1')).status).toBe(204);
    expect(await ask('POST faults', [{ status: 1 }, { http: 503 }])).toMatchObject({ json: [{ id: 2 }, { id: 3 }] });
    expect((await ask('DELETE faults/2')).status).toBe(204);
    expect((await ask('GET faults')).json).toEqual([{ id: 3, http: 503, happened: 0 }]);
    expect((await ask('DELETE faults/9')).status).toBe(404);
    expect((await ask('DELETE faults')).status).toBe(204);
    expect((await view(server)).header.status).toBe(0);
    expect(server.faults.entries()).toEqual([]);
  });

  test('faults that make no sense are refused, and a list altogether', async () => {
    const { server, ask } = await start();
    expect((await ask('POST faults', [{ status: 1 }, { kind: 'explode' }])).json).toEqual({
      error: {
        message: expect.stringContaining('faults[1].kind') as string,
        argument: 'faults[1].kind',
        expected: expect.stringContaining('slow') as string,
        given: '"explode"',
      },
    });
    for (const wrong of [
      {},
      [[]],
      'status',
      8,
      { status: '8' },
      { status: 8, command: 5 },
      { status: 8, command: 'itm' },
      undefined,
    ]) {
      expect((await ask('POST faults', wrong === 'status' ? '"status"' : wrong)).status, JSON.stringify(wrong)).toBe(
        400,
      );
    }
    expect(server.faults.entries()).toEqual([]);
  });

  test('the clock', async () => {
    let real = Date.parse('2026-05-01T12:00:00Z');
    const { server, ask } = await start({ clock: () => real });
    const untouched = at('2026-05-01T12:00:00.000Z', { frozen: false, offsetSeconds: 0 });
    expect(await ask('GET clock')).toMatchObject(untouched);
    expect(await ask('POST clock', { advance: 90 })).toMatchObject(
      at('2026-05-01T12:01:30.000Z', { frozen: false, offsetSeconds: 90 }),
    );
    // In the order set, advance, freeze, however they are written.
    expect(await ask('POST clock', { freeze: true, advance: -1, set: '2026-01-01T00:00:00Z' })).toMatchObject(
      at('2025-12-31T23:59:59.000Z', { frozen: true }),
    );
    real += 5000;
    expect(server.clock.now()).toBe(Date.parse('2025-12-31T23:59:59Z'));
    expect(await ask('POST clock', { set: 0 })).toMatchObject(at('1970-01-01T00:00:00.000Z', { frozen: true }));
    expect(await ask('POST clock', { freeze: false })).toMatchObject({ json: { milliseconds: 0, frozen: false } });
    real += 1000;
    expect(server.clock.now()).toBe(1000);
    for (const wrong of [
      {},
      [],
      { set: 'yesterday' },
      { set: '2026-01-01T00:00:00' },
      { set: null },
      { advance: '60' },
      { freeze: 1 },
      { forward: 1 },
      { set: 5000, advance: 1e300 },
    ]) {
      expect(await ask('POST clock', wrong), JSON.stringify(wrong)).toMatchObject({ status: 400 });
    }
    expect(server.clock.now()).toBe(1000);
    expect(await ask('DELETE clock')).toMatchObject({ json: { milliseconds: real, frozen: false, offsetSeconds: 0 } });
  });

  test('snapshots', async () => {
    const { server, ask } = await start();
    const { account } = server.credentials;
    const create = async () =>
      (await askApi<{ id: string }>(server, { path: '/api/item/create', account, args: { title: 'x' } })).body.id;
    await create();
    expect(await ask('POST snapshot')).toMatchObject({ status: 201, json: { id: 1 } });
    const after = await create();
    server.state.readOnly = true;
    expect(await ask('POST snapshot/1')).toMatchObject({ status: 200, json: { id: 1 } });
    expect(server.state.readOnly).toBe(false);
    expect(await create()).toBe(after);
    await ask('POST snapshot', {});
    expect((await ask('GET snapshot')).json).toEqual([
      { id: 1, taken: expect.any(String) as string },
      { id: 2, taken: expect.any(String) as string },
    ]);
    expect((await ask('DELETE snapshot/1')).status).toBe(204);
    for (const gone of ['POST snapshot/1', 'DELETE snapshot/1', 'POST snapshot/first']) {
      expect((await ask(gone)).status).toBe(404);
    }
    expect((await ask('DELETE snapshot')).status).toBe(204);
    expect((await ask('GET snapshot')).json).toEqual([]);
    for (let count = 0; count < 50; count++) expect((await ask('POST snapshot')).status).toBe(201);
    expect(await ask('POST snapshot')).toMatchObject({ status: 400, json: { error: { argument: 'snapshot' } } });
  });

  test('a reset: as when it started', async () => {
    const { server, ask } = await start();
    const { account, user } = server.credentials;
    const create = async () =>
      (await askApi<{ id: string }>(server, { path: '/api/item/create', account, args: { title: 'x' } })).body.id;
    const first = await create();
    const before = server.state.users.get(user.id);
    server.state.users.update(user.id, { active: false });
    await ask('POST state', { settings: { maxLimit: 1, readOnly: true } });
    await ask('POST clock', { advance: 5000, freeze: true });
    await ask('POST faults', { status: 1 });
    await ask('POST snapshot');
    expect(await ask('POST reset')).toMatchObject({ status: 204 });
    expect(server.state.users.get(user.id)).toEqual(before);
    expect(server.clock.frozen).toBe(false);
    expect(Math.abs(server.clock.now() - Date.now())).toBeLessThan(5000);
    expect((await ask('GET snapshot')).json).toEqual([]);
    expect((await ask('GET journal')).json).toEqual([]);
    expect((await ask('GET faults')).json).toEqual([]);
    expect((await ask('GET state')).json).toMatchObject({ settings: { maxLimit: 1000, readOnly: false } });
    expect(await create()).toBe(first);
  });

  test('sessions end with a reset, and live with the clock', async () => {
    const { server, ask } = await start();
    const session = await login(server);
    expect((await viewme(server, session)).header.status).toBe(0);
    const { challenge } = (await initialize(server)).body;
    await ask('POST snapshot');
    await ask('POST clock', { advance: 3600 });
    expect((await viewme(server, session)).header.status).toBe(282);
    await ask('DELETE clock');
    expect((await viewme(server, session)).header.status).toBe(0);
    await ask('POST reset');
    expect((await viewme(server, session)).header.status).toBe(282);
    expect(server.state.challenges.get(challenge)).toBeUndefined();
    // Snapshots over HTTP are gone with it; IDs are not used again.
    expect((await ask('POST snapshot/1')).status).toBe(404);
    expect((await ask('POST snapshot')).json).toMatchObject({ id: 2 });
  });

  describe('the state', () => {
    test('is told in numbers, and settings are changed', async () => {
      const { server, ask } = await start();
      const { json } = await ask('GET state');
      expect(json).toMatchObject({
        collections: { items: server.state.items.size, users: 3, sessions: 0 },
        settings: { readOnly: false, timestampWindow: 900, sessionTimeout: 3600 },
      });
      expect(await ask('POST state', { settings: { readOnly: true, timestampWindow: 0 } })).toMatchObject({
        status: 200,
        json: { settings: { readOnly: true, timestampWindow: 0 } },
      });
      expect(server.state.readOnly).toBe(true);
      for (const wrong of [
        [],
        { users: [] },
        { settings: 1 },
        { settings: { maxLimit: 0 } },
        { settings: { maxLimit: 1.5 } },
        { settings: { maxLimit: 1e12 } },
        { settings: { readOnly: 'yes' } },
        { settings: { failedLogins: 3 } },
        { settings: { __proto__: null, newId: 3 } },
        { settings: { maxLimit: 5, sessionTimeout: -1 } },
      ]) {
        expect(await ask('POST state', wrong), JSON.stringify(wrong)).toMatchObject({ status: 400 });
      }
      expect(server.state.maxLimit).toBe(1000);
    });

    test('is read, in pages and by fields', async () => {
      const { server, ask } = await start();
      const all = [...server.state.items];
      const { json } = await ask('GET state/items?limit=2&offset=1');
      expect(json).toMatchObject({ count: all.length, records: [{ id: all[1]?.id }, { id: all[2]?.id }] });
      expect((await ask('GET state/items')).json).toHaveProperty('records.length', all.length);
      const { account } = server.credentials;
      const archived = all.filter((item) => item.account === account && item.archived).map(({ id }) => id);
      const found = (await ask(`GET state/items?account=${account}&archived=true`)).json as {
        records: { id: string }[];
      };
      expect(found.records.map(({ id }) => id)).toEqual(archived);
      const word = all[0]?.keywords[0] ?? '';
      const tagged = (await ask(`GET state/items?keywords=${encodeURIComponent(word)}`)).json;
      expect(tagged).toHaveProperty('count', all.filter(({ keywords }) => keywords.includes(word)).length);
      expect((await ask(`GET state/items/${all[0]?.id}`)).json).toMatchObject({
        id: all[0]?.id,
        title: all[0]?.title,
        datecreated: all[0]?.datecreated.toISOString(),
      });
      expect(await ask('GET state/items?colour=red')).toMatchObject({
        status: 400,
        json: { error: { given: '"colour"' } },
      });
      expect((await ask('GET state/items?limit=1001')).status).toBe(400);
      expect((await ask('GET state/items/nothing')).status).toBe(404);
      expect(await ask('GET state/failedLogins')).toMatchObject({ status: 404 });
      expect((await ask('GET state/__proto__')).status).toBe(404);
    });

    test('is written: one, several, changed, removed', async () => {
      const { server, ask } = await start();
      const { account } = server.credentials;
      const made = await ask('POST state/items', { title: 'Over HTTP', account, dateaired: '2024-05-06T07:08:09Z' });
      expect(made).toMatchObject({ status: 201, json: { title: 'Over HTTP', archived: false } });
      const { id } = made.json as { id: string };
      expect(server.state.items.get(id)).toMatchObject({ dateaired: new Date('2024-05-06T07:08:09Z') });
      expect((await view(server, { searchtitle: 'over http' })).body).toMatchObject([{ id }]);
      expect(await ask(`POST state/items/${id}`, { title: 'Changed', archived: true })).toMatchObject({
        status: 200,
        json: { id, title: 'Changed', archived: true },
      });
      expect((await ask(`DELETE state/items/${id}`)).status).toBe(204);
      expect(server.state.items.get(id)).toBeUndefined();
      for (const gone of ['GET', 'DELETE']) expect((await ask(`${gone} state/items/${id}`)).status).toBe(404);
      expect((await ask(`POST state/items/${id}`, { title: 'x' })).status).toBe(404);
      const several = await ask('POST state/items', [
        { id: 'mine', account },
        { account, title: 'two' },
      ]);
      expect(several).toMatchObject({ status: 201, json: [{ id: 'mine' }, { title: 'two' }] });
    });

    test('is left as it was by what is refused', async () => {
      const { server, ask } = await start();
      const { account, customer } = server.credentials;
      const control = await adapter.start();
      onTestFinished(() => control.close());
      const before = server.state.items.size;
      for (const [request, body, argument] of [
        ['POST state/items', [{ account }, { account, titel: 'x' }], 'items[1].titel'],
        ['POST state/items', [{ account }, { account: 'nobody' }], 'items[1].account'],
        ['POST state/items', { title: 'no account' }, 'items.account'],
        ['POST state/items', { account, views: -1 }, 'items.views'],
        ['POST state/items', 'null', 'items'],
        [`DELETE state/accounts/${account}`, undefined, 'accounts.id'],
        [`POST state/accounts/${account}`, { customer: 'nobody' }, 'accounts.customer'],
        [`POST state/accounts/${account}`, { datecreated: 'today' }, 'accounts.datecreated'],
        [`POST state/accounts/${account}`, { id: customer }, 'accounts.id'],
      ] as const) {
        expect(await ask(request, body), request).toMatchObject({ status: 400, json: { error: { argument } } });
      }
      expect(server.state.items.size).toBe(before);
      // Nothing was taken from the seed's sequence either.
      expect(server.state.newId()).toBe(control.state.newId());
    });

    test('shows no secret, and takes back what it showed', async () => {
      const { server, ask } = await start();
      const session = await login(server);
      const { challenge } = (await initialize(server)).body;
      await askApi(server, { path: '/api/uploadtoken/create', account: server.credentials.account });
      const [token] = server.state.uploadtokens;
      const user = server.state.users.get(server.credentials.user.id);
      const [service] = server.state.services;
      const secrets = [
        session.key,
        challenge,
        token?.token,
        user?.psk,
        user?.password?.s,
        user?.password?.salt,
        server.credentials.application.psk,
        ...Object.keys(service?.responses ?? {}),
      ];
      let told = '';
      for (const kind of Object.keys(((await ask('GET state')).json as { collections: object }).collections)) {
        const { text, json } = await ask(`GET state/${kind}`);
        told += text;
        const [first] = (json as { records: { id: string }[] }).records;
        if (first !== undefined) told += (await ask(`GET state/${kind}/${first.id}`)).text;
      }
      expect(told).toContain(session.id);
      for (const secret of secrets) {
        expect(secret).toBeTruthy();
        expect(told).not.toContain(secret);
      }
      expect((await ask(`GET state/users?psk=${user?.psk}`)).json).toMatchObject({ count: 0 });
      const { id: _, ...shown } = (await ask(`GET state/users/${user?.id}`)).json as { id: string };
      const changed = await ask(`POST state/users/${user?.id}`, { ...shown, lastname: 'Anders' });
      expect(changed).toMatchObject({ status: 200, json: { lastname: 'Anders', psk: '[redacted]' } });
      expect(server.state.users.get(user?.id ?? '')).toEqual({ ...user, lastname: 'Anders' });
      const wrong = await ask(`POST state/users/${user?.id}`, { psk: ['CANARY'], username: 'x' });
      expect(wrong).toMatchObject({ status: 400 });
      expect(wrong.text).not.toContain('CANARY');
      const own = { username: 'own', psk: 'a-key-of-my-own' };
      const { text } = await ask('POST state/users', own);
      expect(text).not.toContain(own.psk);
      const { id } = JSON.parse(text) as { id: string };
      const key = { id, psk: own.psk };
      expect((await askApi<{ username: string }>(server, { path: '/api/user/viewme', key })).body.username).toBe('own');
    });

    test('has the records of resources as well, by their command', async () => {
      const categories = resource(categoryCommand, { rows: [{ id: 'first', name: 'First' }] });
      const { server, ask } = await start({ actions: [categories] });
      expect((await ask('GET state')).json).toMatchObject({ collections: { category: 1 } });
      expect((await ask('GET state/category?name=First')).json).toMatchObject({ count: 1, records: [{ id: 'first' }] });
      const made = { id: 'second', name: 'Second', datecreated: '2024-05-06T07:08:09Z' };
      expect(await ask('POST state/category', made)).toMatchObject({ status: 201, json: { id: 'second' } });
      const rows = categories.rows(server);
      expect(rows.get('second')).toMatchObject({ name: 'Second', datecreated: new Date(made.datecreated) });
      expect(await ask('POST state/category/second', { name: 'Third' })).toMatchObject({ json: { name: 'Third' } });
      expect(await ask('POST state/category', [{ id: 'third' }, { position: 'x' }])).toMatchObject({ status: 400 });
      expect((await ask('POST state/category', [5])).status).toBe(400);
      expect([...rows].map(({ id }) => id)).toEqual(['first', 'second']);
      expect((await ask('DELETE state/category/first')).status).toBe(204);
      await ask('POST reset');
      expect(categories.rows(server)).toBe(rows);
      expect([...rows]).toMatchObject([{ id: 'first', name: 'First' }]);
    });
  });
});
