// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
import { inspect } from 'node:util';
import { InvalidArgumentError, application, user } from '@streamone/core';
import { baseUrl, createClient } from '@streamone/client';
import { describe, expect, test } from 'vitest';
import { refusal, startScriptedServer, success } from './scripted-server.ts';
import { PSK, clientOf, credentials, errorOf } from './test-client.ts';

describe('the base URL', () => {
  test.for([
    ['https://api.streamonecloud.net', 'https://api.streamonecloud.net'],
    ['https://api.streamonecloud.net/', 'https://api.streamonecloud.net'],
    ['https://api.streamonecloud.net///', 'https://api.streamonecloud.net'],
    ['api.streamonecloud.net', 'https://api.streamonecloud.net'],
    ['api.streamonecloud.net:8443', 'https://api.streamonecloud.net:8443'],
    ['https://host/a/prefix/', 'https://host/a/prefix'],
    ['host/a/prefix', 'https://host/a/prefix'],
    ['HTTPS://HOST', 'https://host'],
    [' https://host \n', 'https://host'],
    ['localhost', 'http://localhost'],
    ['localhost:8080', 'http://localhost:8080'],
    ['localhost:8080/prefix/', 'http://localhost:8080/prefix'],
    ['LOCALHOST:80', 'http://localhost'],
    ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['127.8.9.1', 'http://127.8.9.1'],
    ['[::1]:3000', 'http://[::1]:3000'],
    ['[::1]', 'http://[::1]'],
    ['[2001:db8::1]:3000', 'https://[2001:db8::1]:3000'],
    ['http://localhost:1', 'http://localhost:1'],
    ['https://localhost:1', 'https://localhost:1'],
    ['localhost.example.org', 'https://localhost.example.org'],
  ])('%s is %s', ([given, url]) => {
    expect(baseUrl(given ?? '')).toBe(url);
    expect(clientOf(given ?? '').options.url).toBe(url);
  });

  test.for<[given: unknown, message: RegExp]>([
    ['', /expected an address/],
    ['https://', /expected an address/],
    ['https://exa mple.org', /expected an address/],
    [7, /expected an address.*given 7/],
    [null, /expected an address.*given null/],
    ['ftp://host', /https or http/],
    ['https://host?x=1', /without "\?"/],
    ['https://host#x', /without "\?"/],
    ['http://api.streamonecloud.net', /https.*allowInsecure/],
    ['http://localhost.example.org', /https.*allowInsecure/],
    ['http://10.0.0.1:8080', /allowInsecure/],
    ['https://someone@host', /user name and password/],
  ])('%s is refused', ([given, message]) => {
    const create = (): unknown => createClient({ auth: credentials, url: given as string });
    expect(create).toThrow(InvalidArgumentError);
    expect(create).toThrow(message);
    expect(create).toThrow(/^url: /);
  });

  test.for([
    'https://me:canary@host',
    'me:canary@host',
    'me:canary@host:80/x',
    'https://me:can/canary@host',
    'https://me:canary@ho st',
    'http://me:canary@example.org',
    'https://me:@canary@host',
    'https://host/api/item/view?signature=canary',
    'https://host/#canary',
  ])('%s is not echoed', (given) => {
    expect(() => baseUrl(given)).toThrow(InvalidArgumentError);
    expect(() => baseUrl(given)).not.toThrow(/canary/);
  });

  test('of another machine may be plain http when allowed', () => {
    expect(clientOf('http://10.0.0.1:8080/', { allowInsecure: true }).options.url).toBe('http://10.0.0.1:8080');
  });

  test('has a prefix that is called and not signed', async () => {
    await using server = await startScriptedServer([success()]);
    const clock = (): number => 1_452_846_289_000;
    await clientOf(`${server.url}/v/`, { clock }).item.view();
    await clientOf(server.url, { clock }).item.view();
    const [prefixed, plain] = server.requests.map(({ target }) => target);
    expect(prefixed).toBe(`/v${plain}`);
    expect(plain).toMatch(/^\/api\/item\/view\?api=3&format=json&authentication_type=user&account=/);
  });
});

describe('options that are refused', () => {
  test.for<[options: object, message: RegExp]>([
    [{ retries: 3 }, /expected options named .*retry.*given "retries"/],
    [{ retry: -1 }, /retry\.limit: expected a whole number from 0 to 100, given -1/],
    [{ retry: 1.5 }, /retry\.limit: .*given 1\.5/],
    [{ retry: '3' }, /expected an object/],
    [{ retry: null }, /expected an object/],
    [{ retry: { limit: '3' } }, /retry\.limit: .*given "3"/],
    [{ retry: { max: 3 } }, /expected options named limit, maxRetryAfter, given "max"/],
    [{ retry: { maxRetryAfter: -1 } }, /retry\.maxRetryAfter/],
    [{ timeout: 0 }, /timeout\.attempt: expected milliseconds, more than 0.*given 0/],
    [{ timeout: Number.POSITIVE_INFINITY }, /timeout\.attempt: .*given Infinity/],
    [{ timeout: { total: Number.NaN } }, /timeout\.total: .*given NaN/],
    [{ timeout: { all: 5 } }, /expected options named attempt, total, given "all"/],
    [{ account: 'a', customer: 'c' }, /at most one of account, accounts and customer, given "account and customer"/],
    [{ account: 'a', accounts: ['b'] }, /given "account and accounts"/],
    [{ auth: undefined }, /auth: expected credentials.*given undefined/],
    [{ auth: { id: 'x', psk: 'canary' } }, /auth: expected credentials.*given an object/],
  ])('%o', ([options, message]) => {
    const create = (): unknown => createClient(Object.assign({ auth: credentials }, options));
    expect(create).toThrow(InvalidArgumentError);
    expect(create).toThrow(message);
    expect(create).not.toThrow(/canary/);
  });

  test.for<[options: object, message: RegExp]>([
    [{ accnt: 'a' }, /item\/view: expected options named account, .*given "accnt"/],
    [{ log: () => undefined }, /given "log"/],
    [{ timeout: -5 }, /timeout\.attempt/],
    [{ account: 'a', customer: 'c' }, /at most one/],
    [{ account: '' }, /account: expected an ID/],
    [{ accounts: [] }, /accounts: expected an array of at least one ID/],
    [{ account: 'a,b' }, /Several accounts go into "accounts"/],
    [{ timezone: '' }, /timezone/],
  ])('by a call: %o', async ([options, message]) => {
    await using server = await startScriptedServer([success()]);
    const error = await errorOf(clientOf(server.url).item.view({}, options));
    expect(error).toMatchObject({ name: 'InvalidArgumentError', command: 'item', action: 'view', attempts: 0 });
    expect(error.message).toMatch(message);
    expect(server.requests).toHaveLength(0);
  });

  test.for(['url', 'fetch', 'clock', 'commands', 'allowInsecure'])('by with: %s belongs to a new client', (name) => {
    expect(() => clientOf('localhost').with({ [name]: 'http://evil.example' })).toThrow(InvalidArgumentError);
    expect(() => clientOf('localhost').with({ [name]: undefined })).toThrow(/derived client/);
  });

  test('a command named like a member of the client', () => {
    const command = { command: 'with', actions: {} };
    expect(() => createClient({ auth: credentials, commands: [command] })).toThrow(/named like a member.*given "with"/);
  });
});

describe('the scope', () => {
  const scopeOf = async (use: (s1: ReturnType<typeof clientOf>) => PromiseLike<unknown>): Promise<string[]> => {
    await using server = await startScriptedServer([success()]);
    await use(clientOf(server.url, { account: 'a-1' }));
    return server.requests.map(({ query }) => `${query.get('account') ?? ''}|${query.get('customer') ?? ''}`);
  };
  test.for<[string, (s1: ReturnType<typeof clientOf>) => PromiseLike<unknown>, string]>([
    ["the client's", (s1) => s1.item.view(), 'a-1|'],
    ['of a call', (s1) => s1.item.view({}, { account: 'a-2' }), 'a-2|'],
    ['of a call, several', (s1) => s1.item.view({}, { accounts: ['a-2', 'a-3'] }), 'a-2,a-3|'],
    ["of a call, another kind replaces the client's", (s1) => s1.call('user/view', {}, { customer: 'c-1' }), '|c-1'],
    ['of a call, none', (s1) => s1.call('user/view', {}, { account: undefined }), '|'],
    ['of a derived client', (s1) => s1.with({ accounts: ['a-4'] }).item.view(), 'a-4|'],
    ['of a derived client, another kind', (s1) => s1.with({ customer: 'c-1' }).call('user/view'), '|c-1'],
    ['of a derived client, none', (s1) => s1.with({ account: undefined }).user.viewme(), '|'],
    ['of a derived client that does not speak of it', (s1) => s1.with({ timezone: 'UTC' }).item.view(), 'a-1|'],
  ])('%s', async ([, use, scope]) => expect(await scopeOf(use)).toEqual([scope]));

  test('that an action needs and lacks is told before anything is sent', async () => {
    const client = clientOf('localhost:1').with({ account: undefined });
    expect((await errorOf(client.item.view())).message).toMatch(
      /^item\/view: account: expected one or more accounts.*with\(\)/,
    );
    const several = client.with({ accounts: ['a', 'b'] });
    expect((await errorOf(several.item.create())).message).toMatch(
      /^item\/create: accounts: expected one account to act in/,
    );
  });
});

describe('auth', () => {
  test('as a function is asked for each attempt', async () => {
    await using server = await startScriptedServer([{ status: 503, headers: [['retry-after', '0']] }, success()]);
    const keys = ['u-1', 'u-2', 'u-3'];
    const auth = () => user({ id: keys.shift() ?? '', psk: PSK });
    const client = clientOf(server.url, { auth });
    await client.item.view();
    await client.with({ auth: () => application({ id: 'app', psk: PSK }) }).item.view();
    const who = server.requests.map(({ query }) => query.get('user') ?? query.get('application'));
    expect(who).toEqual(['u-1', 'u-2', 'app']);
    expect(server.requests[2]?.query.get('authentication_type')).toBe('application');
  });

  test.for<[string, () => unknown]>([
    ['rejects', () => Promise.reject(new DOMException('took too long', 'TimeoutError'))],
    [
      'throws',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
    [
      'throws no error',
      () => {
        throw 'away';
      },
    ],
    ['gives nothing', () => undefined],
    ['gives what are no credentials', () => ({ id: 'x', psk: 'canary' })],
  ])('as a function that %s fails the call at once, unsent', async ([, auth]) => {
    await using server = await startScriptedServer([success()]);
    const error = await errorOf(clientOf(server.url, { auth: auth as never }).item.view());
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument: 'auth', attempts: 0, command: 'item' });
    expect(inspect(error)).not.toContain('canary');
    expect(server.requests).toHaveLength(0);
  });
});

describe('with', () => {
  test('changes what it is given, and nothing of the client that it comes from', async () => {
    await using server = await startScriptedServer([success()]);
    const client = clientOf(server.url, { timezone: 'Europe/Amsterdam', retry: 1 });
    const other = client.with({ timezone: 'UTC', timeout: 500 });
    expect(other.options).toMatchObject({
      timezone: 'UTC',
      retry: { limit: 1 },
      timeout: { attempt: 500, total: 500 },
      account: 'Mn9mdVb-02mA',
    });
    expect(client.options).toMatchObject({ timezone: 'Europe/Amsterdam', timeout: { attempt: 10_000, total: 60_000 } });
    expect(client.with({ timezone: undefined }).options.timezone).toBeUndefined();
    await Promise.all([client.item.view(), other.item.view({}, { timezone: 'Asia/Tokyo' }), other.item.view()]);
    const zones = new Set(server.requests.map(({ query }) => query.get('timezone')));
    expect(zones).toEqual(new Set(['Asia/Tokyo', 'Europe/Amsterdam', 'UTC']));
  });

  test('is cheap', () => {
    const client = clientOf('localhost:1');
    const started = performance.now();
    for (let at = 0; at < 10_000; at++) client.with({ account: `a-${at}` });
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('numbers the calls of a family together', async () => {
    await using server = await startScriptedServer([refusal(120)]);
    const client = clientOf(server.url);
    const ids = [await errorOf(client.item.view()), await errorOf(client.with({}).item.view())].map(({ requestId }) =>
      String(requestId),
    );
    expect(ids.map((id) => id.replace(/^\w*/, ''))).toEqual(['-1', '-2']);
  });
});

test('options show no secret and can not be changed', () => {
  const accounts = ['a', 'b'];
  const { options } = clientOf('localhost', { account: undefined, accounts }).with({ accounts });
  accounts.push('c');
  expect(options.accounts).toEqual(['a', 'b']);
  expect(() => Object.assign(options.retry, { limit: 99 })).toThrow(TypeError);
  expect(() => Object.assign(options.timeout, { total: 99 })).toThrow(TypeError);
  expect(inspect(options, { showHidden: true, depth: Infinity })).not.toContain(PSK);
  expect(options).not.toHaveProperty('auth');
});
