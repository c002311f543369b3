import {
  type ClientOptions,
  type NodeClient,
  application,
  createClient,
  describeStatus,
  isApiError,
  user,
} from '@streamone/node';
import { type Action, allCommands, catalogue } from '@streamone/core/catalogue';
import { type TestServer, startTestServer } from '@streamone/test-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const actions: readonly Action[] = allCommands.flatMap((command): Action[] => Object.values<Action>(command.actions));
const paths = actions.map((action) => [`${action.command}/${action.action}`, action] as const);

/** What may be asked without a token: it concerns the actor alone. That these need none is inferred. */
const WITHOUT_TOKEN = new Set([
  'api/info',
  'api/mytokens',
  'application/getmyroles',
  'session/delete',
  'user/getmyroles',
  'user/viewme',
]);

/** A value of each type that a required argument has. */
const VALUES: Readonly<Record<string, unknown>> = {
  Hash: 'nosuchrecord',
  String: 'x',
  Label: 'x',
  URL: 'https://example.org/',
  Boolean: true,
  Integer: 1,
  Duration: 60,
  DateTime: new Date('2026-01-05T12:00:00Z'),
  TimeZone: 'Europe/Amsterdam',
};

const NOBODY = 'nosuchrecord';

/** What the platform can't do without, though no document says that it is required. */
const FURTHER: Readonly<Record<string, object>> = {
  'application/getroles': { application: NOBODY },
  'metadatakey/create': { name: 'x' },
  'recordschedule/create': { source: 'https://example.org/live' },
  'user/create': { username: 'x' },
  'user/clearssotoken': { user: NOBODY },
  'user/linkssotoken': { user: NOBODY },
};

/** Fewest arguments with which an action does anything. */
function least({ command, action, arguments: declared }: Action): Record<string, unknown> {
  const required = Object.entries(declared).filter(([, definition]) => definition.required);
  const values = required.map(([name, { type }]) => {
    const value = type.values?.[0] ?? VALUES[type.name] ?? (type.element && [VALUES[type.element.name]]);
    if (value === undefined) throw new Error(`no value for ${name}, a ${type.name}`);
    return [name, value] as const;
  });
  const own = ['playlist', 'securityprofile'].includes(command) && action !== 'create' && action !== 'view';
  return { ...Object.fromEntries(values), ...(own && { [command]: NOBODY }), ...FURTHER[`${command}/${action}`] };
}

type FullClient = NodeClient;
type Method = (args: object) => PromiseLike<unknown>;

/** The method that the client has for an action. */
function method(client: FullClient, { command, action }: Action): Method {
  const members = client as unknown as Readonly<Record<string, Readonly<Record<string, Method>> | undefined>>;
  const found = members[command]?.[action];
  if (found === undefined) throw new Error(`the client has no ${command}.${action}`);
  return found;
}

/** What the platform said: 0 for a success. */
async function statusOf(call: PromiseLike<unknown>): Promise<number> {
  try {
    await call;
    return 0;
  } catch (error) {
    if (isApiError(error)) return error.status;
    throw error;
  }
}

describe('the catalogue, on the client for Node against the test server', () => {
  let server: TestServer;
  /** A client for whom the action is, whose actor holds every token, or none. */
  const clients = new Map<string, FullClient>();

  beforeAll(async () => {
    server = await startTestServer({ seed: 5 });
    const { state, credentials } = server;
    const all = state.applications.get(credentials.application.id);
    const editor = state.users.get(credentials.user.id);
    if (all === undefined || editor === undefined) throw new Error('the studio lacks its actors');
    // As the scenario's own actors, but without a role.
    const bareApp = state.applications.add({ ...all, id: state.newId(), psk: state.newKey(), roles: [] });
    const bareUser = state.users.add({
      ...editor,
      id: state.newId(),
      psk: state.newKey(),
      username: 'bare',
      roles: [],
    });
    // The editor's role says nothing of sessions, which only applications begin.
    const create = (auth: ClientOptions['auth']): FullClient =>
      createClient({ auth, url: server.url, account: credentials.account, retry: 0 });
    clients.set('user', create(user(credentials.user)));
    clients.set('bare user', create(user(bareUser)));
    clients.set('application', create(application(credentials.application)));
    clients.set('bare application', create(application(bareApp)));
    const session = {
      id: state.newId(),
      key: state.newKey(),
      datecreated: new Date(),
      expires: Date.now() + 3_600_000,
    };
    for (const [name, of] of [
      ['session', editor],
      ['bare session', bareUser],
    ] as const) {
      const id = state.newId();
      state.sessions.add({ ...session, id, user: of.id, application: all.id });
      const saved = { id, key: session.key, user: of.id, timeout: 3600, expiresAt: session.expires };
      clients.set(name, await create(application(credentials.application)).resume(saved));
    }
  });

  afterAll(async () => {
    for (const client of clients.values()) await client.close();
    await server.close();
  });

  function clientFor({ actors }: Action, bare: boolean): FullClient {
    const client = clients.get(`${bare ? 'bare ' : ''}${actors[0] ?? 'user'}`);
    if (client === undefined) throw new Error('no such client');
    return client;
  }

  test('has every action of the catalogue, each its own', () => {
    expect(paths.map(([path]) => path)).toEqual(Object.keys(catalogue));
  });

  test.for(paths.filter(([path]) => path !== 'session/delete'))('%s is a method, and alive', async ([path, action]) => {
    server.journal.clear();
    const status = await statusOf(method(clientFor(action, false), action)(least(action)));
    const [entry, ...more] = server.journal.entries();
    expect(more).toEqual([]);
    expect(`${entry?.command}/${entry?.action}`).toBe(path);
    // It exists, its arguments are the declared ones and enough, and the actor may use it: what is
    // left is what it says of a record that is not there.
    const expected = status === 0 || action.errors.includes(status) || describeStatus(status).kind === 'not-found';
    expect([path, status, expected]).toEqual([path, status, true]);
  });

  test.for(paths.filter(([path]) => !WITHOUT_TOKEN.has(path)))('%s is denied without its token', async ([, action]) => {
    const call = method(clientFor(action, true), action)(least(action));
    await expect(call).rejects.toMatchObject({ name: 'AccessDeniedError', status: 4, command: action.command });
  });

  test.for(paths.filter(([path]) => WITHOUT_TOKEN.has(path) && path !== 'session/delete'))(
    '%s needs no token',
    async ([, action]) => {
      expect(action.token).toBeUndefined();
      expect(await statusOf(method(clientFor(action, true), action)(least(action)))).toBe(0);
    },
  );

  test.for(paths.filter(([, { actors }]) => actors.length < 3))('%s is for its actors alone', async ([, action]) => {
    for (const actor of ['user', 'application', 'session'] as const) {
      const client = clients.get(actor);
      if (client === undefined || action.actors.includes(actor)) continue;
      expect(await statusOf(method(client, action)(least(action)))).toBe(4);
    }
  });

  // The last, since it ends the sessions.
  test('session/delete is a method, alive, and needs no token', async () => {
    const action = actions.find(({ command, action: name }) => command === 'session' && name === 'delete');
    if (action === undefined) throw new Error('the catalogue lacks it');
    expect(await statusOf(method(clientFor(action, true), action)({}))).toBe(0);
    expect(await statusOf(method(clientFor(action, false), action)({}))).toBe(0);
  });
});
