// oxlint-disable unicorn/consistent-function-scoping, vitest/no-standalone-expect -- what only these tests need is beside them
import { expect, onTestFinished, test } from 'vitest';
import { createTestServer, startTestServer } from '../src/index.js';
import { page } from '../src/inspector/page.generated.js';
import { inspectorModule } from '../scripts/inspector-module.ts';
import { readFileSync } from 'node:fs';
import { adapters, inProcess } from './adapters.js';
import { ask as askApi, signFor } from './ask.js';
import { ask } from './control.js';

test('what is served was made of the sources', async () => {
  const made = readFileSync(new URL('../src/inspector/page.generated.ts', import.meta.url), 'utf8');
  expect(made, 'run node packages/test-server/scripts/make-inspector.ts').toBe(await inspectorModule());
});

test('it stays small, and loads nothing of others', () => {
  expect(Object.values(page).join('').length).toBeLessThan(50_000);
  expect(page.html.match(/(?:src|href)="([^"]*)"/g)?.filter((link) => !link.includes('data:'))).toEqual([
    'href="inspector/page.css"',
    'src="inspector/page.js"',
  ]);
  expect(page.css).not.toMatch(/url\(|@import/);
  expect(page.js).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/);
});

test.each(adapters)('the page and its files, over $name', async (adapter) => {
  const server = await adapter.start();
  onTestFinished(() => server.close());
  const types = { '': 'text/html', 'inspector/page.css': 'text/css', 'inspector/page.js': 'text/javascript' };
  for (const [path, type] of Object.entries(types)) {
    const { status, headers, text } = await ask(adapter, server, `GET ${path}`);
    expect([status, headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
    expect(Object.values(page)).toContain(text);
    const policy = headers['content-security-policy'] ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect((await ask(adapter, server, `POST ${path}`)).status).toBe(405);
  }
  expect(server.journal.entries()).toEqual([]);
});

test('without its slash the address leads to the page', async () => {
  const server = await startTestServer();
  onTestFinished(() => server.close());
  const response = await fetch(`${server.url}/__streamone`);
  expect([response.url, response.status]).toEqual([`${server.url}/__streamone/`, 200]);
  const health = await fetch(`${server.url}/__streamone/nothing`);
  expect(await health.text()).toContain('There is: inspector, health, journal');
});

test('it is off where control is', async () => {
  const server = createTestServer({ admin: false });
  for (const path of ['', 'inspector/page.js', 'inspector/live', 'inspector/server']) {
    expect((await ask(inProcess, server, `GET ${path}`)).status).toBe(404);
  }
});

test('live: what is new, what is gone, and which server it is', async () => {
  const server = createTestServer({ journalSize: 3 });
  const live = async (after: string) => (await ask(inProcess, server, `GET inspector/live${after}`)).json;
  const empty = await live('');
  expect(empty).toMatchObject({ oldest: null, requests: [], faults: 0, readOnly: false, clock: { frozen: false } });
  for (let at = 0; at < 4; at++) await askApi(server, { path: '/api/user/viewme' });
  await askApi(server, { path: '/api/user/viewme', key: { ...server.credentials.user, psk: 'wrong' } });
  const { id: user } = server.credentials.user;
  const wrong = {
    id: 5,
    command: 'user',
    action: 'viewme',
    actor: { type: 'user', id: user },
    status: 3,
    refused: true,
  };
  expect(await live('?after=4')).toMatchObject({ oldest: 3, requests: [wrong] });
  expect(await live('?after=1')).toMatchObject({
    oldest: 3,
    requests: [{ id: 3, refused: false }, { id: 4 }, { id: 5 }],
  });
  // It says no more than a list needs: the rest is asked for when somebody selects it.
  expect(JSON.stringify(await live(''))).not.toMatch(/explanation|stringToSign|parameters/);
  server.journal.clear();
  expect(await live('?after=5')).toMatchObject({ oldest: null, requests: [] });
  const run = (answer: unknown) => (answer as { readonly run: string }).run;
  expect(run(await live(''))).toBe(run(empty));
  const other = (await ask(inProcess, createTestServer(), 'GET inspector/live')).json;
  expect(run(other)).not.toBe(run(empty));
  for (const query of ['?after=x', '?after=-1', '?before=3', '?after=1&limit=3']) {
    expect((await ask(inProcess, server, `GET inspector/live${query}`)).status).toBe(400);
  }
});

test('what it tells of the server holds no key', async () => {
  const server = createTestServer();
  const { json, text } = await ask(inProcess, server, 'GET inspector/server');
  const { user, application, login, account, customer } = server.credentials;
  expect(json).toEqual({
    scenario: 'studio',
    seed: 1,
    user: user.id,
    application: application.id,
    username: login.username,
    account,
    customer,
  });
  for (const secret of [user.psk, application.psk, login.password]) expect(text).not.toContain(secret);
  expect((await ask(inProcess, server, 'GET inspector/status/290')).json).toMatchObject({
    code: 290,
    name: 'ACCOUNT_NOT_FOUND',
  });
  expect((await ask(inProcess, server, 'GET inspector/status/99999')).json).toMatchObject({ kind: 'unknown' });
  expect((await ask(inProcess, server, 'GET inspector/status/x')).status).toBe(404);
});

test('a foreign page can neither read nor frame it', async () => {
  const server = createTestServer();
  const { target } = signFor(server);
  await inProcess.send(server, { target });
  for (const path of ['', 'inspector/live', 'journal']) {
    const { status } = await ask(inProcess, server, `GET ${path}`, undefined, { origin: 'https://evil.example' });
    expect(status).toBe(403);
    expect((await ask(inProcess, server, `GET ${path}`, undefined, { host: 'evil.example' })).status).toBe(403);
  }
});
