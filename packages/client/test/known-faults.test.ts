// oxlint-disable unicorn/consistent-function-scoping -- what only one test needs is read beside it
/**
 * What the SDKs that exist get wrong, by the list in the protocol: one test by name for each. Where a
 * suite goes into it, its file is named.
 */
import { inspect } from 'node:util';
import { memoryCache } from '@streamone/client';
import { application, describeStatus, user } from '@streamone/core';
import { describe, expect, test } from 'vitest';
import { by, refusal, reset, silence, startScriptedServer, success } from './scripted-server.ts';
import { LOGIN, START, argumentsOf, signedWith, startSessionPlatform } from './session-platform.ts';
import { PSK, clientOf, credentials, errorOf, rows } from './test-client.ts';

describe('faults of other SDKs', () => {
  // More in retries.test.ts and clock-skew.test.ts.
  test('the timestamp is taken once for one request: what is signed is what is sent', async () => {
    await using server = await startScriptedServer([reset, success()]);
    let now = START;
    // A clock that never gives the same second twice.
    const clock = (): number => (now += 1000);
    await clientOf(server.url, { clock, retry: 1 }).item.view({ searchtitle: 'x' });
    const times = server.requests.map(({ query }) => query.get('timestamp'));
    expect(new Set(times).size).toBe(2);
    for (const request of server.requests) expect(signedWith(request, PSK)).toBe(true);
  });

  test('a second run that fails does not keep the first answer', async () => {
    await using server = await startScriptedServer([success([{ id: 'a' }]), refusal(1), { body: 'oops' }, success([])]);
    const client = clientOf(server.url, { retry: 0 });
    const run = () => client.item.view();
    expect(await run()).toHaveLength(1);
    expect(await errorOf(run())).toMatchObject({ name: 'InternalError', body: null });
    expect(await errorOf(run())).toMatchObject({ name: 'MalformedResponseError' });
    expect(await run()).toEqual([]);
  });

  // More in session-life.test.ts.
  test('a cached answer does not extend the session', async () => {
    await using platform = await startSessionPlatform({
      timeout: 100,
      other: (_request, path) =>
        path === 'item/view' ? success([], { cacheable: true, sessiontimeout: 100 }) : undefined,
    });
    const person = await platform.client({ cache: memoryCache() }).login(LOGIN);
    await person.item.view();
    platform.now += 99_000;
    expect((await person.item.view().response()).cached).toBe(true);
    platform.now += 1000;
    expect(person.options.session?.active).toBe(false);
  });

  // More in cache.test.ts.
  test('one user never sees the cached answer of another', async () => {
    await using server = await startScriptedServer([
      by(({ query }) => success({ id: query.get('user') }, { cacheable: true })),
    ]);
    const client = clientOf(server.url, { cache: memoryCache() });
    const other = client.with({ auth: user({ id: 'Other', psk: PSK }) });
    for (let at = 0; at < 2; at++) {
      expect((await client.user.viewme()).id).toBe(credentials.id);
      expect((await other.user.viewme()).id).toBe('Other');
    }
    expect(server.requests).toHaveLength(2);
  });

  // More in permissions.test.ts.
  test('the roles of one person are not served to another', async () => {
    await using platform = await startSessionPlatform({
      other: ({ query }, path) =>
        path === 'user/getmyroles'
          ? success([{ role: { id: 'r', name: 'r', tokens: [`only-${query.get('session')}`] } }])
          : undefined,
    });
    const client = platform.client();
    const [first, second] = await Promise.all([client.login(LOGIN), client.login(LOGIN)]);
    const own = [first, second].map(({ options }) => `only-${options.session?.id}`);
    expect(await Promise.all([first.can(own[0] ?? ''), second.can(own[0] ?? ''), second.can(own[1] ?? '')])).toEqual([
      true,
      false,
      true,
    ]);
  });

  // More in login.test.ts.
  test('an invalid salt yields no response', async () => {
    await using server = await startScriptedServer([
      success({ challenge: 'c', salt: '$1$abcdefgh$', needsv2hash: false }),
    ]);
    const client = clientOf(server.url, { auth: application({ id: 'Ap1', psk: PSK }) });
    expect((await errorOf(client.login(LOGIN))).message).toMatch(/The scheme of this salt is MD5 \(\$1\$\)/);
    expect(server.requests).toHaveLength(1);
  });

  // More in options.test.ts.
  test('the default address is right, and https', async () => {
    const asked: string[] = [];
    const client = clientOf(undefined as never, {
      url: undefined,
      fetch: async (url) => {
        asked.push(new URL(url).origin);
        return new Response('{"header":{"status":0,"statusmessage":"OK"},"body":[]}');
      },
    });
    await client.item.view();
    expect(asked).toEqual(['https://api.streamonecloud.net']);
    expect(client.options.url).toBe('https://api.streamonecloud.net');
  });

  // More in cache.test.ts.
  test('a write is never answered from the cache', async () => {
    await using server = await startScriptedServer([
      by(({ body }) => success({ id: argumentsOf({ body } as never)['title'] }, { cacheable: true })),
    ]);
    const client = clientOf(server.url, { cache: memoryCache() });
    for (let at = 0; at < 2; at++) expect((await client.item.create({ title: 'same' }).response()).cached).toBe(false);
    expect(server.requests).toHaveLength(2);
  });

  // More in core, request/arguments.test.ts.
  test('a comma within an element of a list is refused, not sent as two', async () => {
    await using server = await startScriptedServer([success()]);
    const client = clientOf(server.url);
    expect(await errorOf(client.call('item/view', { item: ['a,b'] }))).toMatchObject({
      name: 'InvalidArgumentError',
      argument: 'item[0]',
    });
    expect(server.requests).toHaveLength(0);
    await client.item.view({ item: ['a', 'b'] });
    expect(server.requests[0]?.body).toBe('item=a%2Cb');
  });

  // More in core, time/wall-clock.test.ts.
  test("dates are read in the zone of the answer, not in the machine's", async () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['America/New_York', 'Asia/Kolkata']) {
        process.env['TZ'] = zone;
        expect(new Date(2024, 0, 1).getTimezoneOffset()).not.toBe(0);
        await using server = await startScriptedServer([
          success([{ id: 'a', datecreated: '2024-07-01 12:00:00' }], { timezone: 'Europe/Amsterdam' }),
        ]);
        const [row] = await clientOf(server.url).item.view();
        expect(row?.datecreated).toEqual(new Date('2024-07-01T10:00:00Z'));
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  // More in bad-answers.test.ts.
  test('a new status number is an answer like any other', async () => {
    await using server = await startScriptedServer([refusal(9876, 'something new')]);
    expect(await errorOf(clientOf(server.url).item.view())).toMatchObject({
      name: 'UnknownStatusError',
      status: 9876,
      kind: 'unknown',
      attempts: 1,
    });
    expect(describeStatus(9876).kind).toBe('unknown');
  });

  // More in paging.test.ts and steady-paging.test.ts.
  test('an empty page with a greater count ends the list', async () => {
    await using server = await startScriptedServer([
      success(rows(0, 2), { count: 1000 }),
      success([], { count: 1000 }),
    ]);
    expect(await clientOf(server.url).item.view({ limit: 2 }).all()).toHaveLength(2);
    expect(server.requests).toHaveLength(2);
  });

  // More in redaction.test.ts and session-redaction.test.ts.
  test('no dump shows a secret', async () => {
    await using platform = await startSessionPlatform();
    const person = await platform.client().login(LOGIN);
    const dump = inspect([person, person.options, person.options.session], { depth: Infinity, showHidden: true });
    expect(`${dump}${JSON.stringify([person, person.options])}`).not.toContain('canary');
  });

  // More in bad-answers.test.ts.
  test('errors have the name of the status, the status of HTTP and the cause', async () => {
    await using server = await startScriptedServer([
      refusal(120, 'no such item'),
      { status: 502, body: 'bad gateway' },
      reset,
    ]);
    const client = clientOf(server.url, { retry: 0 });
    expect(await errorOf(client.item.view())).toMatchObject({
      status: 120,
      statusName: 'ITEM_NOT_FOUND',
      httpStatus: 200,
    });
    expect(await errorOf(client.item.view())).toMatchObject({ name: 'HttpError', httpStatus: 502 });
    expect((await errorOf(client.item.view())).cause).toBeInstanceOf(Error);
  });

  // More in time-limits.test.ts and retries.test.ts.
  test('a call can be limited, ended, and is repeated', async () => {
    await using server = await startScriptedServer([silence, silence, reset, success()]);
    const client = clientOf(server.url);
    expect(await errorOf(client.item.view({}, { timeout: 40, retry: 0 }))).toMatchObject({ name: 'TimeoutError' });
    const signal = AbortSignal.timeout(40);
    expect(await errorOf(client.item.view({}, { signal }))).toMatchObject({ name: 'AbortedError' });
    expect((await client.item.view({}, { retry: 1 }).response()).attempts).toBe(2);
  });
});
