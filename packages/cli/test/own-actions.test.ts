import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from './run-cli.js';

const STREAMONE_ACTIONS = fileURLToPath(new URL('fixtures/own-actions.ts', import.meta.url));

let server: http.Server;
let asked: string[] = [];
let env: Record<string, string>;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      asked.push(`${new URL(request.url ?? '', 'http://x').pathname} ${body}`);
      const header = { status: 0, statusmessage: 'OK', count: 1, timezone: 'Europe/Amsterdam' };
      const rows = [{ id: 'aaaa', title: 'News', datecreated: '2015-09-28 09:00:02' }];
      response.end(JSON.stringify({ header, body: rows }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  env = {
    STREAMONE_API_URL: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    STREAMONE_USER_ID: 'u',
    STREAMONE_USER_PSK: 'a-pre-shared-key',
    STREAMONE_DEFAULT_ACCOUNT_ID: 'acc',
    STREAMONE_ACTIONS,
  };
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it("makes a command of a user's own action, typed as it is declared", async () => {
  asked = [];
  const { stdout, stderr, code } = await runCli(['category', 'view', '--searchtitle', 'news', '--limit', '5'], env);
  expect([stderr, code]).toEqual(['', 0]);
  expect(asked).toEqual(['/api/category/view searchtitle=news&limit=5']);
  // A date is read in the zone of the answer, which only a declared action's can be.
  expect(JSON.parse(stdout)).toEqual([{ id: 'aaaa', title: 'News', datecreated: '2015-09-28T07:00:02.000Z' }]);
});

it('checks its arguments before sending', async () => {
  asked = [];
  const { stderr, code } = await runCli(['category', 'view', '--limit', 'many'], env);
  expect(stderr).toMatch(/category\/view: limit: expected a whole number/);
  expect([code, asked]).toEqual([3, []]);
});

it('says what is wrong with a module that has no actions', async () => {
  const path = fileURLToPath(import.meta.url).replace(/[^/]+$/, 'run-cli.ts');
  const { stderr, code } = await runCli(['category', 'view'], { ...env, STREAMONE_ACTIONS: path });
  expect(stderr).toContain('It exports none.');
  expect(code).toBe(2);
});
