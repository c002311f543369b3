import { beforeEach, describe, expect, test } from 'vitest';
import { type TestServer, createTestServer } from '../src/index.js';
import { type Envelope, type PartialWish, ask } from './ask.js';

interface Part {
  readonly id: string;
  readonly position: number;
  readonly [field: string]: unknown;
}

interface List {
  readonly id: string;
  readonly entries: readonly Part[];
  readonly rules: readonly Part[];
  readonly [field: string]: unknown;
}

let server: TestServer;
beforeEach(() => {
  server = createTestServer();
});

function call<Body>(path: string, args: Record<string, string> = {}, wish: PartialWish = {}): Promise<Envelope<Body>> {
  return ask<Body>(server, { path: `/api/${path}`, account: server.credentials.account, args, ...wish });
}

function userNamed(name: string) {
  const found = server.state.users.find(({ username }) => username === name);
  if (found === undefined) throw new Error(`no user ${name}`);
  return found;
}

const items = () => [...server.state.items].filter(({ account }) => account === server.credentials.account);

async function made(args: Record<string, string> = {}): Promise<string> {
  return (await call<List>('playlist/create', args)).body.id;
}

async function positions(playlist: string): Promise<number[]> {
  const [list] = (await call<List[]>('playlist/view', { playlist })).body;
  return (list?.entries ?? []).map(({ position }) => position);
}

describe('playlists', () => {
  test('what is given is kept, changed, and taken away by an empty argument', async () => {
    const playlist = await made({ colour: 'red', id: 'mine' });
    expect(playlist).not.toBe('mine');
    expect((await call<List[]>('playlist/view', { playlist })).body).toMatchObject([
      { id: playlist, title: playlist, colour: 'red', entries: [], user: { username: 'editor' } },
    ]);
    const edited = await call<List>('playlist/edit', { playlist, title: 'Best of', colour: '', mood: 'calm' });
    expect(edited.body).toMatchObject({ title: 'Best of', mood: 'calm' });
    expect(edited.body).not.toHaveProperty('colour');
    expect((await call<List>('playlist/edit', { playlist, title: '' })).body['title']).toBe(playlist);
    expect((await call('playlist/delete', { playlist })).body).toBeNull();
    expect((await call('playlist/delete', { playlist })).header.status).toBe(220);
  });

  test('positions go from 0, have gaps, are changed, and sort the entries', async () => {
    const playlist = await made();
    const add = async (item: string, more: Record<string, string> = {}): Promise<Part> =>
      (await call<Part>('playlist/addentry', { playlist, item, ...more })).body;
    const [a, b, c] = items().map(({ id }) => id);
    const first = await add(a ?? '');
    const second = await add(b ?? '', { remark: 'kept' });
    expect([first.position, second.position, second['remark']]).toEqual([0, 1, 'kept']);
    await add(c ?? '', { position: '5' });
    expect((await add(a ?? '')).position).toBe(6);
    await call('playlist/removeentry', { playlist, entry: second.id });
    expect(await positions(playlist)).toEqual([0, 5, 6]);
    const moved = await call<Part>('playlist/editentry', { playlist, entry: first.id, position: '9' });
    expect(moved.body).toMatchObject({ id: first.id, item: a, position: 9 });
    expect(await positions(playlist)).toEqual([5, 6, 9]);
    expect((await call('playlist/editentry', { playlist, entry: second.id })).header.status).toBe(230);
    expect(() => server.state.items.remove(a ?? '')).toThrow('items.id');
  });

  test('an entry plays an item or a live stream that the caller may see', async () => {
    const playlist = await made();
    const foreign = [...server.state.items].find(({ title }) => title === 'Not for the neighbours')?.id ?? '';
    const [item] = items();
    const [stream] = server.state.livestreams;
    const status = async (args: Record<string, string>) =>
      (await call('playlist/addentry', { playlist, ...args })).header.status;
    expect(await status({ livestream: stream?.id ?? '' })).toBe(0);
    expect(await status({})).toBe(6);
    expect(await status({ item: item?.id ?? '', livestream: stream?.id ?? '' })).toBe(6);
    expect(await status({ item: item?.id ?? '', position: '-1' })).toBe(6);
    expect(await status({ item: foreign })).toBe(120);
    expect(await status({ item: 'nothing' })).toBe(120);
    expect(await status({ livestream: 'nothing' })).toBe(240);
  });

  test('belong to who made them', async () => {
    const playlist = await made();
    const reader = userNamed('reader');
    const member = server.state.roles.find(({ name }) => name === 'Member')?.id ?? '';
    server.state.users.update(reader.id, { roles: [{ role: member }] });
    for (const wish of [{ key: reader }, { type: 'application' as const }]) {
      expect((await call<List[]>('playlist/view', {}, wish)).body).toEqual([]);
      expect((await call('playlist/edit', { playlist }, wish)).header.status).toBe(220);
    }
    await call('playlist/create', {}, { type: 'application' });
    expect((await call<List[]>('playlist/view', {}, { type: 'application' })).body).toMatchObject([{ user: null }]);
    expect((await call<List[]>('playlist/view')).body).toHaveLength(2);
  });
});

describe('security profiles', () => {
  test('rules by position, with start and end; a deleted profile leaves its items', async () => {
    const { id: securityprofile } = (await call<List>('securityprofile/create', { name: 'Office', note: 'x' })).body;
    const rule = async (args: Record<string, string>) =>
      (await call<Part>('securityprofile/addrule', { securityprofile, ...args })).body;
    await rule({ type: 'ip', position: '4', mask: '192.0.2.0/24', verdict: 'ALLOW' });
    const timed = await rule({ type: 'time', start: '2026-01-01 00:00:00@UTC', end: '2026-02-01 00:00:00' });
    await rule({ type: 'country', position: '0' });
    expect(timed).toMatchObject({
      position: 5,
      verdict: 'DENY',
      start: '2026-01-01 01:00:00',
      end: '2026-02-01 00:00:00',
    });
    const shown = async () => (await call<List[]>('securityprofile/view', { securityprofile })).body[0];
    expect(await shown()).toMatchObject({
      name: 'Office',
      note: 'x',
      rules: [
        { type: 'country' },
        {
          type: 'ip',
          mask: '192.0.2.0/24',
          verdict: 'ALLOW',
        },
        { type: 'time' },
      ],
    });
    await call('securityprofile/editrule', { securityprofile, rule: timed.id, position: '2', end: '' });
    expect((await shown())?.rules).toMatchObject([{ position: 0 }, { position: 2, end: null }, { position: 4 }]);
    await call('securityprofile/removerule', { securityprofile, rule: timed.id });
    expect((await shown())?.rules).toMatchObject([{ position: 0 }, { position: 4 }]);
    const item = await call<List>('item/create', { securityprofile });
    expect(item.body['securityprofile']).toBe(securityprofile);
    expect((await call('securityprofile/delete', { securityprofile })).header.status).toBe(0);
    expect(server.state.items.get(item.body.id)?.securityprofile).toBeNull();
  });

  test.each([
    ['no type', {}],
    ['an unknown verdict', { type: 'ip', verdict: 'MAYBE' }],
    ['a malformed date', { type: 'ip', start: 'soon' }],
    ['an end before the start', { type: 'ip', start: '2026-02-01 00:00:00', end: '2026-01-01 00:00:00' }],
    ['a negative position', { type: 'ip', position: '-2' }],
  ])('381 for a rule with %s', async (_, args) => {
    const [profile] = server.state.securityprofiles;
    const { header } = await call('securityprofile/addrule', { securityprofile: profile?.id ?? '', ...args });
    expect(header.status).toBe(381);
  });

  test('are those of the account', async () => {
    const academy = server.state.accounts.find(({ name }) => name === 'Academy')?.id ?? '';
    const [profile] = server.state.securityprofiles;
    const args = { securityprofile: profile?.id ?? '' };
    expect((await call('securityprofile/edit', args, { account: academy })).header.status).toBe(380);
    expect((await call('item/create', args, { account: academy })).header.status).toBe(380);
    expect((await call<List[]>('securityprofile/view', {}, { account: academy })).body).toEqual([]);
  });
});
