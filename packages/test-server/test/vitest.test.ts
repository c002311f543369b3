import { defineAction } from '@streamone/core/catalogue';
import { open, text } from '@streamone/core';
import { describe, expect, test } from 'vitest';
import { type TestServer, createTestServer, handler } from '../src/index.js';
import '../src/vitest/index.js';
import { ask, signFor, view } from './ask.js';

/** The text of what a matcher throws, without colours. */
function failure(check: () => void): string {
  try {
    check();
  } catch (error) {
    return String(error).replaceAll(/\u001B\[\d+m/g, '');
  }
  throw new Error('it passed');
}

async function visited(): Promise<TestServer> {
  const server = createTestServer();
  await view(server, { limit: '5', searchtitle: 'news' });
  await view(server, { limit: '10', archived: '1' });
  return server;
}

describe('toHaveReceived', () => {
  test('an action, and how often', async () => {
    const server = await visited();
    expect(server).toHaveReceived('item/view');
    expect(server).toHaveReceived('item/view', { times: 2 });
    expect(server).not.toHaveReceived('item/view', { times: 1 });
    expect(server).not.toHaveReceived('user/view');
    expect(server).toHaveReceived('user/view', { times: 0 });
  });

  test('arguments as they are sent, by text or by value', async () => {
    const server = await visited();
    expect(server).toHaveReceived('item/view', { arguments: { limit: '5' } });
    expect(server).toHaveReceived('item/view', { arguments: { limit: 5, searchtitle: 'news' }, times: 1 });
    expect(server).toHaveReceived('item/view', { arguments: { archived: true } });
    expect(server).toHaveReceived('item/view', { arguments: { archived: undefined }, times: 1 });
    expect(server).not.toHaveReceived('item/view', { arguments: { archived: false } });
    expect(server).not.toHaveReceived('item/view', { arguments: { limit: 5, archived: true } });
    await view(server, { archived: '0' });
    expect(server).toHaveReceived('item/view', { arguments: { archived: false } });
  });

  test('lists, empty values and asymmetric matchers', async () => {
    const server = createTestServer();
    await view(server, { item: 'aaaaaaaaaaaa,bbbbbbbbbbbb', searchtitle: 'good news', description: '' });
    const list = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'];
    expect(server).toHaveReceived('item/view', { arguments: { item: list } });
    expect(server).not.toHaveReceived('item/view', { arguments: { item: list.toReversed() } });
    expect(server).toHaveReceived('item/view', { arguments: { searchtitle: expect.stringContaining('news') } });
    expect(server).not.toHaveReceived('item/view', { arguments: { searchtitle: expect.stringContaining('bad') } });
    expect(server).toHaveReceived('item/view', { arguments: expect.objectContaining({ searchtitle: 'good news' }) });
    const anything: Record<string, unknown> = { description: null };
    expect(server).toHaveReceived('item/view', { arguments: anything });
    expect(server).not.toHaveReceived('item/view', { arguments: { searchtitle: null } });
  });

  test.each([
    ['2026-01-02 03:04:05@UTC', 'the form that clients send'],
    ['2026-01-02 04:04:05@Europe/Amsterdam', 'another form of that instant'],
    ['2026-01-02 04:04:05', 'by the timezone of the request'],
  ])('a Date is %s, %s', async (sent) => {
    const server = createTestServer();
    await view(server, { mindatecreated: sent }, { timezone: 'Europe/Amsterdam' });
    const mindatecreated = new Date('2026-01-02T03:04:05.678Z');
    expect(server).toHaveReceived('item/view', { arguments: { mindatecreated } });
    const later = new Date('2026-01-02T03:04:06Z');
    expect(
      failure(() => expect(server).toHaveReceived('item/view', { arguments: { mindatecreated: later } })),
    ).toContain('2026-01-02 03:04:06@UTC');
  });

  test('status, actor, account and parameters', async () => {
    const server = await visited();
    const { user, application, account } = server.credentials;
    await ask(server, { account: 'nowhere', timezone: 'UTC' });
    expect(server).toHaveReceived('item/view', { status: 0, account, actor: user.id, times: 2 });
    expect(server).toHaveReceived('item/view', { status: 290, account: 'nowhere', parameters: { timezone: 'UTC' } });
    expect(server).toHaveReceived('item/view', { status: 'ACCOUNT_NOT_FOUND', actor: user });
    expect(server).not.toHaveReceived('item/view', { actor: application });
    expect(server).not.toHaveReceived('item/view', { status: 6 });
    expect(server).not.toHaveReceived('item/view', { status: 'INPUT_ERROR' });
    expect(server).not.toHaveReceived('item/view', { status: 0, account: [account, 'nowhere'] });
  });

  test('can be waited for', async () => {
    const server = createTestServer();
    setTimeout(() => void view(server), 10);
    await expect.poll(() => server).toHaveReceived('item/view');
  });

  test('an action of the test’s own', () => {
    const jump = defineAction({ command: 'trampoline', action: 'jump', arguments: { height: text() }, output: open() });
    const server = createTestServer({ actions: [handler(jump, () => ({ body: null }))] });
    expect(server.actions).toContain('trampoline/jump');
    expect(server).not.toHaveReceived('trampoline/jump');
  });
});

describe('a failure tells', () => {
  test('the nearest request, and in what it differs', async () => {
    const server = await visited();
    const expected = { arguments: { limit: 7, searchtitle: 'news' }, status: 0 } as const;
    const told = failure(() => expect(server).toHaveReceived('item/view', expected));
    expect(told).toContain("expect(server).toHaveReceived('item/view')");
    expect(told).toContain('The server received item/view twice, but never like that.');
    expect(told).toContain('The nearest is #1:');
    expect(told).toMatch(/-\s+"limit": "7"/);
    expect(told).toMatch(/\+\s+"limit": "5"/);
    expect(told).toContain('#2  item/view  0 OK  {"limit":"10","archived":"1"}');
  });

  test('the latest of requests that are equally near', async () => {
    const server = createTestServer();
    for (const limit of ['1', '2', '3']) await view(server, { limit });
    expect(failure(() => expect(server).toHaveReceived('item/view', { arguments: { limit: 9 } }))).toContain(
      'The nearest is #3:',
    );
  });

  test('how often it was, when that is wrong', async () => {
    const server = await visited();
    const told = failure(() => expect(server).toHaveReceived('item/view', { times: 3 }));
    expect(told).toContain('The server received item/view twice, expected 3 times.');
    const not = failure(() => expect(server).not.toHaveReceived('item/view', { arguments: { limit: 5 } }));
    expect(not).toContain('expect(server).not.toHaveReceived');
    expect(not).toContain('The server received item/view once like that.\n  #1  item/view');
    expect(not).not.toContain('#2');
    expect(failure(() => expect(server).not.toHaveReceived('item/view', { times: 2 }))).toContain(
      'twice, expected any other number',
    );
  });

  test('what came instead, and why it was refused', async () => {
    const server = createTestServer();
    const { user } = server.credentials;
    await view(server, {}, { key: { id: user.id, psk: 'CANARY' } });
    await server.fetch(`${server.url}/items?a=\u001B[31m`);
    const told = failure(() => expect(server).toHaveReceived('item/create'));
    expect(told).toContain('The server never received item/create.');
    expect(told).toContain('#1  item/view  3 AUTHENTICATION_FAILED');
    expect(told).toContain('The signature is wrong');
    expect(told).toContain('#2  GET /items  HTTP 405');
    for (const secret of [user.psk, 'CANARY', '\u001B']) expect(told).not.toContain(secret);
  });

  test('that nothing came at all', () => {
    const server = createTestServer();
    const told = failure(() => expect(server).toHaveReceived('item/view'));
    expect(told).toContain('It received no request at all. Does the client have its url (https://streamone.test)');
    expect(told).toContain('expect.poll');
  });

  test('the last ten of many requests', async () => {
    const server = createTestServer();
    for (let count = 0; count < 13; count++) await view(server);
    const told = failure(() => expect(server).toHaveReceived('user/view'));
    expect(told).toContain('(3 before these)\n  #4 ');
    expect(told).not.toContain('#3 ');
  });

  test('a control character of a request does not reach the terminal', async () => {
    const server = createTestServer();
    await view(server, { searchtitle: 'a\u009Bb' });
    expect(failure(() => expect(server).toHaveReceived('user/view'))).toContain('a\uFFFDb');
  });
});

describe('a slip is told, also with not', () => {
  test.each([
    ['item/vieuw', 'Did you mean "item/view"?'],
    ['view', 'It is written as item/view.'],
  ])('%s', (action, advice) => {
    const server = createTestServer();
    expect(failure(() => expect(server).toHaveReceived(action))).toContain(advice);
    expect(failure(() => expect(server).not.toHaveReceived(action))).toContain(advice);
  });

  test('an action that the server lacks can be asked after once it was called', async () => {
    const server = createTestServer();
    await ask(server, { path: '/api/item/vieuw' });
    expect(server).toHaveReceived('item/vieuw', { status: 'INVALID_ACTION' });
  });

  test('names that are none, and numbers of times', () => {
    const server = createTestServer();
    expect(failure(() => expect(server).toHaveReceived('item/view', { argument: {} } as object))).toContain(
      'named arguments, parameters, status, actor, account, times, given "argument"',
    );
    expect(failure(() => expect(server).toHaveReceived('item/view', { times: -1 }))).toContain('times: expected');
    expect(failure(() => expect({}).toHaveReceived('item/view'))).toContain('expects a test server');
  });

  test('an argument that the action has not, unless it was sent', async () => {
    const server = createTestServer();
    const slip = { arguments: { searchtitel: 'news' } } as object;
    await view(server, { searchtitle: 'news' });
    const told = failure(() => expect(server).toHaveReceived('item/view', slip));
    expect(told).toContain('arguments: expected arguments that item/view has, or was sent: ');
    expect(told).toContain('Did you mean "searchtitle"?');
    expect(failure(() => expect(server).not.toHaveReceived('item/view', slip))).toContain('Did you mean');
    await view(server, { searchtitel: 'news' });
    expect(server).toHaveReceived('item/view', { ...slip, status: 'INPUT_ERROR' });
    // Another spelling that the server takes, and an action that takes anything.
    expect(server).not.toHaveReceived('user/view', { arguments: { mindatemodifed: 'x' } });
    expect(server).not.toHaveReceived('playlist/create', { arguments: { whatever: 'x' } });
  });

  test('a secret, which the journal masks', async () => {
    const server = createTestServer();
    const challenge = 'CANARY';
    await ask(server, { path: '/api/session/create', type: 'application', args: { challenge, response: 'x' } });
    const told = failure(() => expect(server).toHaveReceived('session/create', { arguments: { challenge } }));
    expect(told).toContain('The journal masks secrets');
    expect(told).not.toContain(challenge);
    expect(server).toHaveReceived('session/create', { arguments: { challenge: expect.any(String) } });
    expect(server).toHaveReceived('session/create', { arguments: { v2hash: undefined } });
  });
});

test('the arguments are typed by the catalogue', () => {
  const server = createTestServer();
  const slip = (): void => {
    // @ts-expect-error item/view has no such argument
    expect(server).not.toHaveReceived('item/view', { arguments: { limt: 5 } });
  };
  expect(slip).toThrow('Did you mean "limit"?');
  // @ts-expect-error a limit is a number, or its text
  expect(server).not.toHaveReceived('item/view', { arguments: { limit: true } });
  // @ts-expect-error there is no such status
  expect(server).not.toHaveReceived('item/view', { status: 'NO_SUCH_STATUS' });
  expect(signFor(server).path).toBe('/api/item/view');
});
