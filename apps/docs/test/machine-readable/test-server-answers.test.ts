import {
  type ApiRequest,
  type Credentials,
  application,
  parseResponse,
  session,
  signRequest,
  user,
} from '@streamone/core';
import { catalogue } from '@streamone/core/catalogue';
import { createClient } from '@streamone/node';
import { type TestServer, createTestServer } from '@streamone/test-server';
import { describe, expect, test } from 'vitest';
import { document, faultsOf, responseValidator, validatorAt } from './validator.ts';

type Wish = Omit<ApiRequest, 'command' | 'action'>;

async function answerTo(server: TestServer, key: string, wish: Wish, credentials: Credentials) {
  const [command = '', action = ''] = key.split('/');
  const timestamp = Math.floor(server.clock.now() / 1000);
  const { path, query, body } = await signRequest({ command, action, ...wish }, credentials, { timestamp });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const response = await server.fetch(`${server.url}${path}?${query}`, { method: 'POST', headers, body });
  return { query, answer: parseResponse(await response.text()) };
}

/** What an action has to be given to be answered with success, where that is more than an account. */
const wishes: Readonly<Record<string, (server: TestServer) => Wish>> = {
  'user/getroles': ({ credentials }) => ({ customer: credentials.customer, arguments: { user: credentials.user.id } }),
  'application/getroles': ({ credentials }) => ({
    customer: credentials.customer,
    arguments: { application: credentials.application.id },
  }),
  'application/edit': ({ credentials }) => ({
    customer: credentials.customer,
    arguments: { application: credentials.application.id, description: 'New' },
  }),
  'user/view': ({ credentials }) => ({ customer: credentials.customer }),
  'user/create': ({ credentials }) => ({ customer: credentials.customer, arguments: { username: 'newcomer' } }),
  'metadatakey/create': ({ credentials }) => ({ account: credentials.account, arguments: { name: 'director' } }),
  'session/initialize': () => ({ arguments: { user: 'editor', userip: '192.0.2.1' } }),
};

/** Every read, and the writes whose output is known; of these two need more than one request can bring along. */
const asked = Object.entries(catalogue).flatMap(([key, entry]) => {
  const elsewhere = ['session/create', 'user/linkssotoken'].includes(key);
  return entry !== undefined && (entry.readOnly || entry.output.name !== 'not known') && !elsewhere
    ? [{ key, entry }]
    : [];
});

describe.each(asked)('$key', ({ key, entry }) => {
  const validate = responseValidator(key);

  test('answers what the document says', async () => {
    const server = createTestServer();
    const actor = entry.actors.includes('user')
      ? user(server.credentials.user)
      : application(server.credentials.application);
    const wish = wishes[key]?.(server) ?? { account: server.credentials.account };
    const { answer } = await answerTo(server, key, wish, actor);
    expect(answer.header.status).toBe(0);
    expect(faultsOf(validate, answer)).toEqual([]);
    if (entry.output.name === 'not known') return;
    // The schema is one that can refuse: a body of another kind is refused.
    expect(
      validate({ ...answer, body: entry.output.element === undefined ? [answer.body] : { rows: answer.body } }),
    ).toBe(false);
    const [first, ...rest] = Array.isArray(answer.body) ? (answer.body as readonly unknown[]) : [answer.body];
    const wrong = Object.keys(entry.output.element?.fields ?? entry.output.fields ?? {}).find(
      (field) => field in Object(first),
    );
    if (wrong === undefined) return;
    const changed = { ...Object(first), [wrong]: [[]] } as unknown;
    expect(validate({ ...answer, body: Array.isArray(answer.body) ? [changed, ...rest] : changed })).toBe(false);
  });

  test('a refusal is what the document says, too', async () => {
    const server = createTestServer();
    const { answer } = await answerTo(server, key, {}, user({ ...server.credentials.user, psk: 'wrong' }));
    expect(answer.header.status).toBe(3);
    expect(faultsOf(validate, answer)).toEqual([]);
  });
});

test('a session: its beginning, its header, its parameters', async () => {
  const server = createTestServer();
  let made: unknown;
  const app = createClient({
    auth: application(server.credentials.application),
    url: server.url,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const response = await server.fetch(request);
      if (new URL(request.url).pathname === '/api/session/create') made = await response.clone().json();
      return response;
    },
  });
  const { username, password } = server.credentials.login;
  const person = await app.login({ username, password, ip: '192.0.2.1' });
  expect(made).toBeDefined();
  expect(faultsOf(responseValidator('session/create'), made)).toEqual([]);
  const { id, key } = (made as { body: { id: string; key: string } }).body;
  const { query, answer } = await answerTo(
    server,
    'user/viewme',
    {},
    session(application(server.credentials.application), { id, key }),
  );
  expect(answer.header.sessiontimeout).toBeGreaterThan(0);
  expect(faultsOf(responseValidator('user/viewme'), answer)).toEqual([]);
  expectParameters('user/viewme', query);
  await person.logout();
});

/** Every parameter that is sent is declared, suits its schema, and none that is required is missing. */
function expectParameters(key: string, query: string): void {
  const sent = new URLSearchParams(query);
  const declared = (document.paths[`/api/${key}`]?.post.parameters ?? []).map(
    ({ $ref }) => $ref.split('/').at(-1) ?? '',
  );
  const all: Readonly<Record<string, { name: string; required: boolean }>> = document.components.parameters;
  const names = new Set(['signature']);
  for (const component of declared) {
    const { name = '', required = true } = all[component] ?? {};
    names.add(name);
    const value = sent.get(name);
    if (value === null) {
      expect([component, required]).toEqual([component, false]);
      continue;
    }
    const validate = validatorAt('components', 'parameters', component, 'schema');
    const forms = [value, Number(value), value.split(',')];
    expect([component, forms.some((form) => validate(form))]).toEqual([component, true]);
  }
  expect([...sent.keys()].filter((name) => !names.has(name))).toEqual([]);
}

test('the parameters of a request are the declared ones', async () => {
  const server = createTestServer();
  const { account, customer } = server.credentials;
  const me = user(server.credentials.user);
  const app = application(server.credentials.application);
  expectParameters('item/view', (await answerTo(server, 'item/view', { accounts: [account, account] }, me)).query);
  expectParameters('item/create', (await answerTo(server, 'item/create', { account, timezone: 'UTC' }, app)).query);
  expectParameters('user/view', (await answerTo(server, 'user/view', { customer }, me)).query);
  expectParameters('application/getmyroles', (await answerTo(server, 'application/getmyroles', {}, app)).query);
});
