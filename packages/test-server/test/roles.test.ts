import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RoleAssignment, createTestServer } from '../src/index.js';
import { type PartialWish, ask, view } from './ask.js';
import { login } from './login.js';

interface Assignment {
  readonly role: { readonly id: string; readonly name: string; readonly tokens: string[] };
  readonly account?: { readonly id: string; readonly name: string };
  readonly customer?: Readonly<Record<string, string>>;
}

function studio() {
  const server = createTestServer();
  const accountNamed = (name: string): string => server.state.accounts.find((one) => one.name === name)?.id ?? '';
  const userNamed = (name: string) => {
    const found = server.state.users.find(({ username }) => username === name);
    if (found === undefined) throw new Error(`no user ${name}`);
    return found;
  };
  const explained = () => server.journal.entries().at(-1)?.explanation;
  return { server, accountNamed, userNamed, explained };
}

describe('getmyroles', () => {
  test('of a user: each role with what it is held for', async () => {
    const { server, userNamed, accountNamed } = studio();
    const { body } = await ask<Assignment[]>(server, { path: '/api/user/getmyroles' });
    const { customer } = server.credentials;
    const owner = {
      id: customer,
      name: 'Studio Zuidwester',
      datecreated: '2014-01-01 10:00:00',
      datemodified: '2014-01-01 10:00:00',
    };
    expect(body).toEqual([
      {
        role: { id: expect.any(String), name: 'Administrator', customer: owner, tokens: expect.any(Array) },
        customer: owner,
      },
      { role: { id: expect.any(String), name: 'Member', tokens: ['role-read', 'playlist-read', 'playlist-write'] } },
    ] as unknown);
    const reader = await ask<Assignment[]>(server, { path: '/api/user/getmyroles', key: userNamed('reader') });
    expect(reader.body).toMatchObject([
      { role: { tokens: ['item-read'] }, account: { id: accountNamed('Academy'), name: 'Academy' } },
    ]);
    expect(reader.body[0]).not.toHaveProperty('customer');
  });

  test('of a session the user’s, of an application its own', async () => {
    const { server } = studio();
    const session = await login(server, 'reader');
    const names = async (wish: PartialWish) =>
      (await ask<Assignment[]>(server, wish)).body.map(({ role }) => role.name);
    expect(await names({ path: '/api/user/getmyroles', session })).toEqual(['Reader']);
    expect(await names({ path: '/api/application/getmyroles', type: 'application' })).toEqual([
      'Website',
      'Login',
      'Member',
    ]);
    for (const path of ['/api/user/getroles', '/api/application/getroles']) {
      const type = path.includes('user') ? 'user' : 'application';
      const wish = { path, type, customer: server.credentials.customer } as const;
      expect(await names(wish)).toEqual(await names({ ...wish, path: path.replace('getroles', 'getmyroles') }));
    }
    const { id } = [...server.state.users][1] ?? { id: '' };
    const named = { path: '/api/user/getroles', customer: server.credentials.customer, args: { user: id } };
    expect(await names(named)).toEqual(['Reader']);
  });
});

test('role/view shows the roles of the customer and those of none', async () => {
  const { server, userNamed } = studio();
  const { state, credentials } = server;
  const neighbour = state.customers.find(({ name }) => name === 'Omroep Hiernaast')?.id ?? '';
  state.roles.add({ id: 'theirroleid1', name: 'Theirs', tokens: ['item-read'], customer: neighbour });
  const names = async (wish: PartialWish) =>
    (await ask<{ name: string }[]>(server, { path: '/api/role/view', ...wish })).body.map(({ name }) => name);
  expect(await names({ customer: credentials.customer })).toEqual([
    'Administrator',
    'Reader',
    'Website',
    'Member',
    'Login',
  ]);
  expect(await names({ account: credentials.account })).not.toContain('Theirs');
  expect(await names({})).toContain('Theirs');
  expect(await names({ args: { role: 'theirroleid1' } })).toEqual(['Theirs']);
  expect((await ask(server, { path: '/api/role/view', key: userNamed('reader') })).header.status).toBe(4);
});

test('4 tells the token, where it is missing, and by which role one has it elsewhere', async () => {
  const { server, userNamed, explained, accountNamed } = studio();
  await ask(server, { path: '/api/user/view' });
  expect(explained()).toMatchObject({
    token: 'user-read',
    summary: expect.stringMatching(
      /no role with the token "user-read" outside of any account and customer\. It has it by the role "Administrator" for customer \S+: send that/,
    ) as string,
  });
  await view(server, {}, { key: userNamed('reader') });
  expect(explained()).toMatchObject({ token: 'item-read', accounts: [server.credentials.account] });
  expect(explained()?.summary).toContain(`by the role "Reader" for account ${accountNamed('Academy')}`);
  await ask(server, { path: '/api/item/create', key: userNamed('reader'), account: server.credentials.account });
  expect(explained()?.summary).toMatch(/"item-write" in account \S+\. Roles that have it: "Administrator"/);
});

/** The protocol's section 6, written down once more and apart from the server. */
function mayUse(
  roles: readonly { readonly assignment: RoleAssignment; readonly tokens: readonly string[] }[],
  token: string,
  scope: Asked,
) {
  const covered = (account: string | undefined, customer: string | undefined) =>
    roles.some(
      ({ assignment: held, tokens }) =>
        tokens.includes(token) &&
        ((held.account === undefined && held.customer === undefined) ||
          (held.account === undefined && held.customer === customer && customer !== undefined) ||
          (held.account !== undefined && held.account === account)),
    );
  if (scope.accounts.length === 0) return covered(undefined, scope.customer);
  return scope.accounts.every(({ id, customer }) => covered(id, customer));
}

interface Asked {
  readonly accounts: readonly { readonly id: string; readonly customer: string }[];
  readonly customer?: string;
}

test('api/mytokens and the rights agree with the protocol, for any roles and any scope', async () => {
  const { server, userNamed } = studio();
  const { state } = server;
  const accounts = [...state.accounts];
  const customers = [...state.customers];
  const tokens = ['item-read', 'livestream-read', 'user-read'];
  const sets = tokens.flatMap((token, at) => [[token], [token, tokens[(at + 1) % 3] ?? '']]);
  const roles = sets.map((held, at) => state.roles.add({ id: `propertyrol${at}`, name: `P${at}`, tokens: held }));
  const user = userNamed('reader');
  const place = fc.oneof(
    fc.constant({}),
    fc.constantFrom(...customers).map(({ id }) => ({ customer: id })),
    fc.constantFrom(...accounts).map(({ id }) => ({ account: id })),
  );
  const assignments = fc.array(
    fc
      .tuple(fc.constantFrom(...roles), place)
      .map(([role, where]) => ({ tokens: role.tokens, assignment: { role: role.id, ...where } })),
    { maxLength: 4 },
  );
  const scopes: fc.Arbitrary<Asked> = fc.oneof(
    fc.constant({ accounts: [] }),
    fc.constantFrom(...customers).map(({ id }) => ({ accounts: [], customer: id })),
    fc.subarray(accounts, { minLength: 1 }).map((some) => ({ accounts: some })),
  );
  await fc.assert(
    fc.asyncProperty(assignments, scopes, async (held, scope) => {
      state.users.update(user.id, { roles: held.map(({ assignment }) => assignment) });
      const where = {
        ...(scope.accounts.length > 0 && { account: scope.accounts.map(({ id }) => id).join(',') }),
        ...(scope.customer !== undefined && { customer: scope.customer }),
      };
      const { body } = await ask<string[]>(server, { path: '/api/api/mytokens', key: user, ...where });
      expect(body.toSorted()).toEqual(tokens.filter((token) => mayUse(held, token, scope)).toSorted());
      const seen = await ask(server, { path: '/api/user/view', key: user, ...where });
      expect(seen.header.status).toBe(body.includes('user-read') ? 0 : 4);
    }),
    { numRuns: 200 },
  );
});
