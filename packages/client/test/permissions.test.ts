import type { Permission, ScopeOptions } from '@streamone/client';
import { user } from '@streamone/core';
import { describe, expect, test } from 'vitest';
import { type RecordedRequest, type Reply, refusal, success } from './scripted-server.ts';
import { LOGIN, app, startSessionPlatform } from './session-platform.ts';
import { errorOf } from './test-client.ts';

const role = (name: string, ...tokens: string[]): object => ({ id: `id-${name}`, name, tokens });
const dated = { datecreated: '2015-09-28 07:05:57', datemodified: '2015-09-28 07:05:57' };
const customer = (id: string): object => ({ id, name: `customer ${id}`, ...dated });
const account = (id: string): object => ({ id, name: `account ${id}` });

const everywhere = { role: role('Everywhere', 'item-read') };
const forCu1 = { role: role('Customer one', 'item-read'), customer: customer('Cu1') };
const forCu2 = { role: role('Customer two', 'item-read'), customer: customer('Cu2') };
const inAc1 = { role: role('Account one', 'item-read'), account: account('Ac1') };
const inAc2 = { role: role('Account two', 'item-read'), account: account('Ac2') };
const other = { role: role('Other', 'user-read') };
const otherForCu1 = { role: role('Other', 'user-read'), customer: customer('Cu1') };

interface Platform {
  readonly roles?: unknown;
  readonly tokens?: unknown;
  readonly reply?: (request: RecordedRequest, path: string) => Reply | undefined;
}

/** A platform where everybody holds these roles, and `api/mytokens` lists these. */
function platformWith({ roles = [], tokens = [], reply }: Platform) {
  return startSessionPlatform({
    other: (request, path) => {
      const special = reply?.(request, path);
      if (special !== undefined) return special;
      if (path.endsWith('/getmyroles')) return success(roles);
      return path === 'api/mytokens' ? success(tokens) : undefined;
    },
  });
}

const none: ScopeOptions = { account: undefined };
type Row = [
  roles: readonly object[],
  scope: ScopeOptions,
  tokens: readonly string[] | 'not asked',
  allowed: boolean,
  reason: RegExp,
];

/** Protocol 6, case by case. */
const table: Row[] = [
  // No account: some role that covers the customer.
  [[], none, 'not asked', false, /^no role that the actor holds includes item-read$/],
  [[other], none, 'not asked', false, /^no role that the actor holds includes item-read$/],
  [[everywhere], none, 'not asked', true, /^the role "Everywhere" with item-read is held for everything$/],
  [[forCu1], none, 'not asked', false, /^the role "Customer one" with item-read is not held for everything$/],
  [[inAc1], none, 'not asked', false, /"Account one" with item-read is not held for everything$/],
  [
    [everywhere],
    { customer: 'Cu1' },
    'not asked',
    true,
    /"Everywhere" with item-read is held for customer Cu1 or for everything$/,
  ],
  [[forCu1], { customer: 'Cu1' }, 'not asked', true, /"Customer one" with item-read is held for customer Cu1/],
  [[forCu2], { customer: 'Cu1' }, 'not asked', false, /"Customer two" with item-read is not held for customer Cu1/],
  [[forCu2, everywhere], { customer: 'Cu1' }, 'not asked', true, /^the role "Everywhere" with/],
  [[inAc1], { customer: 'Cu1' }, 'not asked', false, /is not held for customer Cu1/],
  [
    [inAc1, inAc2],
    { customer: 'Cu1' },
    'not asked',
    false,
    /^the roles "Account one", "Account two" with item-read is not held/,
  ],
  // One account, nobody bound to a customer: some role that covers it.
  [[], { account: 'Ac1' }, 'not asked', false, /no role that the actor holds includes item-read/],
  [[everywhere], { account: 'Ac1' }, 'not asked', true, /^the role "Everywhere" with item-read covers account Ac1$/],
  [[inAc1], { account: 'Ac1' }, 'not asked', true, /^the role "Account one" with item-read covers account Ac1$/],
  [[inAc2], { account: 'Ac1' }, 'not asked', false, /^no role with item-read that the actor holds covers account Ac1$/],
  // Several: each of them.
  [[everywhere], { accounts: ['Ac1', 'Ac2'] }, 'not asked', true, /covers accounts Ac1, Ac2$/],
  [
    [inAc1],
    { accounts: ['Ac1', 'Ac2'] },
    'not asked',
    false,
    /^no role with item-read that the actor holds covers account Ac2$/,
  ],
  [[inAc1, inAc2], { accounts: ['Ac1', 'Ac2'] }, 'not asked', true, /^the roles "Account one", "Account two" with/],
  [[inAc1, inAc2], { accounts: ['Ac1', 'Ac2', 'Ac3', 'Ac4'] }, 'not asked', false, /covers accounts Ac3, Ac4$/],
  [[inAc1], { accounts: ['Ac1'] }, 'not asked', true, /covers account Ac1$/],
  // Any role bound to a customer, with an account: the platform knows whose the account is.
  [[forCu1], { account: 'Ac1' }, ['item-read'], true, /^the platform lists item-read for account Ac1$/],
  [[forCu1], { account: 'Ac1' }, ['item-write'], false, /^the platform does not list item-read for account Ac1$/],
  [[forCu1], { accounts: ['Ac1', 'Ac2'] }, ['item-read'], true, /lists item-read for all of the accounts Ac1, Ac2$/],
  [[forCu1], { accounts: ['Ac1', 'Ac2'] }, [], false, /does not list item-read for all of the accounts Ac1, Ac2$/],
  [[otherForCu1, everywhere], { account: 'Ac1' }, [], false, /the platform does not list/],
  [[otherForCu1], { account: 'Ac1' }, ['item-read'], true, /the platform lists/],
  [[otherForCu1, inAc1], { customer: 'Cu1' }, 'not asked', false, /not held for customer/],
  // What a server may write for nothing, and what must not be taken for everything.
  [[{ ...everywhere, account: null, customer: null }], { account: 'Ac1' }, 'not asked', true, /covers account Ac1/],
  [[{ ...everywhere, account: {} }], { account: 'Ac1' }, 'not asked', false, /no role with/],
  [[{ ...everywhere, account: {} }], none, 'not asked', false, /is not held for everything/],
  [[{ ...everywhere, customer: {} }], none, 'not asked', false, /is not held for everything/],
];

describe('can', () => {
  test.for(table)('%j in %j with tokens %j: %s', async ([roles, scope, tokens, allowed, reason]) => {
    await using platform = await platformWith({ roles, tokens: tokens === 'not asked' ? ['item-read'] : tokens });
    const client = platform.client({ auth: user({ id: 'Us1', psk: 'x'.repeat(32) }), account: undefined });
    for (const [asking, given] of [
      [client, scope],
      [client.with(scope), {}],
      [client.with({ account: 'Ac9' }), scope],
    ] as const) {
      const permission: Permission = await asking.explainCan('item-read', given);
      expect(permission).toMatchObject({
        allowed,
        token: 'item-read',
        reason: expect.stringMatching(reason) as string,
      });
      expect(await asking.can('item-read', given)).toBe(allowed);
      expect(permission.missingIn.length > 0).toBe(!allowed && (scope.account ?? scope.accounts) !== undefined);
    }
    expect(platform.asked('user/getmyroles')).toHaveLength(1);
    const asked = platform.asked('api/mytokens').map(({ query }) => query.get('account'));
    expect(asked).toEqual(tokens === 'not asked' ? [] : [scope.accounts?.join(',') ?? scope.account]);
  });

  test('tells the roles that give it, and where it is missing', async () => {
    await using platform = await platformWith({ roles: [inAc1, inAc1, other] });
    expect(await platform.client().explainCan('item-read', { accounts: ['Ac1', 'Ac2'] })).toMatchObject({
      allowed: false,
      roles: ['Account one'],
      missingIn: ['Ac2'],
    });
  });

  const wrong: [name: string, ask: readonly unknown[], argument: string | undefined][] = [
    ['no token', [undefined], 'token'],
    ['an empty token', [''], 'token'],
    ['a token that is no text', [['item-read']], 'token'],
    ['a misspelt scope', ['item-read', { acount: 'Ac1' }], undefined],
    ['two scopes', ['item-read', { account: 'Ac1', customer: 'Cu1' }], undefined],
    ['an account that is no ID', ['item-read', { account: 5 }], 'account'],
    ['an empty account', ['item-read', { account: '' }], 'account'],
    ['no accounts at all', ['item-read', { accounts: [] }], 'accounts'],
    ['accounts that are a text', ['item-read', { accounts: 'Ac1' }], 'accounts'],
    ['a customer that is no ID', ['item-read', { customer: null }], 'customer'],
    ['a scope that is null', ['item-read', null], 'options'],
  ];
  test.for(wrong)('is refused with %s, and nothing is sent', async ([, ask, argument]) => {
    await using platform = await platformWith({ roles: [everywhere] });
    const client = platform.client();
    const can = client.can.bind(client) as (...given: readonly unknown[]) => Promise<boolean>;
    expect(await errorOf(can(...ask))).toMatchObject({ name: 'InvalidArgumentError', argument });
    expect(platform.requests).toHaveLength(0);
  });
});

describe('roles and tokens', () => {
  test('are asked of the user, of the application, and in a session of the person', async () => {
    await using platform = await platformWith({ roles: [everywhere], tokens: ['item-read'] });
    const byUser = platform.client({ auth: user({ id: 'Us1', psk: 'x'.repeat(32) }) });
    const client = platform.client();
    const person = await client.login(LOGIN);
    for (const each of [byUser, client, person])
      expect(await each.roles()).toMatchObject([{ role: { name: 'Everywhere' } }]);
    expect(platform.asked('user/getmyroles').map(({ query }) => query.get('session'))).toEqual([null, 's1']);
    expect(platform.asked('application/getmyroles').map(({ query }) => query.get('session'))).toEqual([null]);
    expect(await person.tokens()).toEqual(['item-read']);
    expect(await person.tokens({ customer: 'Cu1' })).toEqual(['item-read']);
    const asked = platform.asked('api/mytokens').map(({ query }) => [query.get('account'), query.get('customer')]);
    expect(asked).toEqual([
      ['Ac1', null],
      [null, 'Cu1'],
    ]);
  });

  test('of many who ask at once are one request', async () => {
    await using platform = await platformWith({ roles: [forCu1], tokens: ['item-read'] });
    const client = platform.client();
    const asked = Array.from({ length: 10 }, (_, at) =>
      (at % 2 === 0 ? client : client.with({ retry: 1 })).can('item-read'),
    );
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 10 }, () => true));
    expect(platform.requests).toHaveLength(2);
  });

  test('of one person are never told to another, nor to the application', async () => {
    await using platform = await platformWith({
      reply: ({ query }, path) => {
        if (path === 'application/getmyroles') return success([{ role: role('Application', 'session-create') }]);
        const session = query.get('session');
        return path === 'user/getmyroles' && session !== null
          ? success([{ role: role(session, `token-${session}`) }])
          : undefined;
      },
    });
    const client = platform.client();
    const [first, second] = [await client.login(LOGIN), await client.login(LOGIN)];
    for (let round = 0; round < 2; round++) {
      expect([await first.can('token-s1'), await first.can('token-s2'), await first.can('session-create')]).toEqual([
        true,
        false,
        false,
      ]);
      expect([await second.can('token-s1'), await second.can('token-s2'), await second.can('session-create')]).toEqual([
        false,
        true,
        false,
      ]);
      expect([await client.can('token-s1'), await client.can('session-create')]).toEqual([false, true]);
    }
    expect(platform.asked('user/getmyroles')).toHaveLength(2);
  });

  test('of actors whose IDs look alike are kept apart', async () => {
    await using platform = await platformWith({
      reply: ({ query }, path) =>
        path.endsWith('/getmyroles')
          ? success([{ role: role(`${query.get('user')}${query.get('application')}`) }])
          : undefined,
    });
    const psk = 'x'.repeat(32);
    const client = platform.client();
    const nameOf = async (asking: typeof client): Promise<string | undefined> => (await asking.roles())[0]?.role.name;
    expect(await nameOf(client)).toBe('nullAp1');
    expect(await nameOf(client.with({ auth: user({ id: 'Ap1', psk }) }))).toBe('Ap1null');
    expect(await nameOf(client.with({ auth: user({ id: 'Ap1 roles', psk }) }))).toBe('Ap1 rolesnull');
  });

  test('are kept for a minute', async () => {
    await using platform = await platformWith({ roles: [forCu1], tokens: ['item-read'] });
    const client = platform.client();
    await client.can('item-read');
    platform.now += 59_999;
    await client.can('item-read');
    expect(platform.requests).toHaveLength(2);
    platform.now += 1;
    await client.can('item-read');
    expect(platform.requests).toHaveLength(4);
  });

  test('are asked again after a failure, which all who asked are told', async () => {
    let failing = true;
    await using platform = await platformWith({ roles: [everywhere], reply: () => (failing ? refusal(1) : undefined) });
    const client = platform.client();
    const errors = await Promise.all([client.can('item-read'), client.roles(), client.can('item-read')].map(errorOf));
    for (const error of errors) expect(error).toMatchObject({ name: 'InternalError', action: 'getmyroles' });
    expect(platform.requests).toHaveLength(1);
    failing = false;
    expect(await client.can('item-read')).toBe(true);
  });

  test('are forgotten at the end of the session, however it ends', async () => {
    await using platform = await platformWith({ roles: [everywhere] });
    const client = platform.client();
    const ends = [
      (person: Awaited<ReturnType<typeof client.login>>) => person.logout(),
      (person: Awaited<ReturnType<typeof client.login>>) => person.session.delete(),
    ];
    for (const end of ends) {
      const person = await client.login(LOGIN);
      expect(await person.can('item-read')).toBe(true);
      await end(person);
      expect(await errorOf(person.can('item-read'))).toMatchObject({ status: 282, attempts: 0 });
    }
  });

  test('can not be changed by who was given them', async () => {
    await using platform = await platformWith({ roles: [everywhere], tokens: ['item-read'] });
    const client = platform.client();
    const [first] = await client.roles();
    const held = first?.role.tokens ?? [];
    expect(held).toEqual(['item-read']);
    expect(() => held.push('everything')).toThrow(TypeError);
    expect(await client.can('everything')).toBe(false);
    const tokens = (await client.tokens()) as string[];
    expect(() => tokens.push('everything')).toThrow(TypeError);
  });

  test.for([
    [{ roles: null }, /the value should be a list of roles/],
    [{ roles: {} }, /the value should be a list of roles/],
    [{ roles: [everywhere, null] }, /\[1\] should be a list of roles/],
    [{ roles: [{ role: { name: 'x' } }] }, /\[0\] should be a list of roles/],
    [{ roles: [{ role: { name: 'x', tokens: 'item-read' } }] }, /\[0\]/],
    [{ roles: [forCu1], tokens: 'item-read' }, /the value should be a list of tokens/],
    [{ roles: [forCu1], tokens: [['item-read']] }, /\[0\] should be a list of tokens/],
  ] as const)('of another form than declared give no right: %j', async ([given, said]) => {
    await using platform = await platformWith(given);
    const error = await errorOf(platform.client().can('item-read'));
    expect(error.name).toBe('MismatchError');
    expect(error.message).toMatch(said);
  });

  test('need no date that can be read', async () => {
    const roles = [
      { role: role('x', 'item-read'), customer: { ...customer('Cu1'), datecreated: '0000-00-00 00:00:00' } },
    ];
    await using platform = await platformWith({ roles });
    expect(await platform.client({ auth: app, strict: false }).can('item-read', { customer: 'Cu1' })).toBe(true);
  });
});
