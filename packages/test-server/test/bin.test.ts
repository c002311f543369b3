import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { ScenarioCredentials } from '../src/index.js';
import { sign } from './sign.js';

const bin = fileURLToPath(new URL('../bin/streamone-test-server.js', import.meta.url));
// The command runs what was built; the sources have no file for it.
const built = existsSync(new URL('../dist/bin.js', import.meta.url));

interface Started {
  readonly process: ChildProcess;
  readonly url: string;
  readonly credentials: ScenarioCredentials;
  readonly stderr: () => string;
  readonly exit: Promise<number | null>;
}

async function start(...args: string[]): Promise<Started> {
  const child = spawn(process.execPath, [bin, '--json', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const line = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.endsWith('\n')) resolve(text);
    });
    void exit.then(() => reject(new Error(`ended: ${stderr}`)));
  });
  expect(line.trimEnd()).not.toContain('\n');
  return { ...(JSON.parse(line) as Pick<Started, 'url' | 'credentials'>), process: child, stderr: () => stderr, exit };
}

function run(...args: string[]) {
  return spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', timeout: 10_000 });
}

test.skipIf(!built)('prints JSON, answers, and stops on SIGTERM', async () => {
  const { process: child, url, credentials, exit } = await start('--port', '0', '--seed', '3');
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const { target, body } = sign({ key: credentials.user, account: credentials.account, args: { limit: '3' } });
  const init = { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  expect(await (await fetch(`${url}${target}`, init)).json()).toMatchObject({ header: { status: 0 } });
  const application = { key: credentials.application, type: 'application', path: '/api/api/info' } as const;
  expect(await (await fetch(`${url}${sign(application).target}`, { method: 'POST' })).json()).toMatchObject({
    header: { status: 0 },
  });
  expect(credentials).toMatchObject({ login: { username: 'editor' }, customer: expect.any(String) as string });
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
});

test.skipIf(!built)('prints lines for a shell, which hold user, account and application', async () => {
  const child = spawn(process.execPath, [bin, '--until-stdin-closes'], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    if (text.includes('Ctrl-C')) child.stdin.end();
  }
  const pairs = [...text.matchAll(/^ {2}export (.+)$/gm)].flatMap(([, line = '']) => line.split(' '));
  const shown = (name: string): string[] =>
    new RegExp(`^  ${name} +(\\S+)(?:  key (\\S+))?`, 'm').exec(text)?.slice(1) ?? [];
  const [[userId, userKey], [appId, appKey]] = [shown('user'), shown('application')];
  expect(pairs).toEqual([
    `STREAMONE_API_URL=${shown('url')[0]}`,
    'STREAMONE_AUTH_TYPE=user',
    `STREAMONE_USER_ID=${userId}`,
    `STREAMONE_USER_PSK=${userKey}`,
    `STREAMONE_DEFAULT_ACCOUNT_ID=${shown('account')[0]}`,
    `STREAMONE_APP_ID=${appId}`,
    `STREAMONE_APP_PSK=${appKey}`,
  ]);
  expect(appKey).toMatch(/^\w{32}$/);
});

test.skipIf(!built)('a port that is taken: one line that says what to do, exit code 1', async () => {
  const { port } = new URL((await start()).url);
  const { status, stdout, stderr } = run('--port', port);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(
    /^streamone-test-server: listen EADDRINUSE: .*; give another port, as --port 0 for a free one\n$/,
  );
});

test.skipIf(!built)('tells where the inspector is, where there is one', async () => {
  const told = await start();
  expect(told).toMatchObject({ inspector: `${told.url}/__streamone/` });
  expect((await fetch(`${told.url}/__streamone/`)).status).toBe(200);
  expect(await (await fetch(told.url)).text()).toContain('/__streamone/');
  expect(await start('--no-admin')).not.toHaveProperty('inspector');
});

/** The HTTP status of `health` of a server that is started for it. */
async function health(...args: string[]): Promise<number> {
  const { url, process: child, exit } = await start(...args);
  const { status } = await fetch(`${url.replace('0.0.0.0', '127.0.0.1')}/__streamone/health`);
  child.kill('SIGTERM');
  await exit;
  return status;
}

test.skipIf(!built)('control over HTTP can be switched off, and on for others', async () => {
  const remote = ['--host', '0.0.0.0', '--allow-remote'];
  expect(await health()).toBe(200);
  expect(await health('--no-admin')).toBe(404);
  expect(await health(...remote)).toBe(404);
  expect(await health(...remote, '--admin')).toBe(200);
});

test.skipIf(!built)('stops on SIGINT, and when its input ends if told so', async () => {
  const first = await start();
  first.process.kill('SIGINT');
  expect(await first.exit).toBe(0);
  const second = await start('--until-stdin-closes');
  second.process.stdin?.end();
  expect(await second.exit).toBe(0);
});

test.skipIf(!built)('explains refusals on the standard error, without control characters', async () => {
  const { process: child, url, credentials, stderr, exit } = await start('--explain');
  const { target } = sign({ key: credentials.user, account: 'no\u001b[31mwhere' });
  const answer = await (await fetch(`${url}${target}`, { method: 'POST' })).text();
  expect(answer).not.toContain('explanation');
  child.kill('SIGTERM');
  await exit;
  expect(stderr()).toContain('POST /api/item/view: 290 ACCOUNT_NOT_FOUND\n  There is no account "no\uFFFD[31mwhere".');
});

test.skipIf(!built)('explains in the response as well, if told so', async () => {
  const { url, credentials } = await start('--explain-response');
  const { target } = sign({ key: credentials.user, account: 'nowhere' });
  const answer = (await (await fetch(`${url}${target}`, { method: 'POST' })).json()) as { header: object };
  expect(answer.header).toMatchObject({ explanation: expect.stringContaining('no account "nowhere"') as string });
});

test.skipIf(!built).each([
  [['--bogus'], "Unknown option '--bogus'"],
  [['positional'], 'Unexpected argument'],
  [['--port', 'x'], '--port: expected a whole number'],
  [['--port', '70000'], 'port: expected a whole number from 0 to 65535'],
  [['--scenario', 'moon'], 'scenario: expected studio, empty, archive, archive:<1 to 2000000 items>, given "moon"'],
  [['--scenario', './moon.json'], 'scenario: expected a file that can be read, given "./moon.json"'],
  [['--host', '0.0.0.0'], '--allow-remote'],
])('%j: one line, exit code 2', (args, message) => {
  const { status, stdout, stderr } = run(...args);
  expect(stderr).toContain(message);
  expect({ status, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({ status: 2, stdout: '', lines: 1 });
});

test.skipIf(!built)('--scenario takes a size and a file, and names what is wrong in the file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bin-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'my.json');
  writeFileSync(path, '{ "extends": "archive:3", "items": [{ "account": "Archive" }] }');
  const { url, credentials } = await start('--scenario', path);
  const { target, body } = sign({ key: credentials.user, account: credentials.account, args: { archived: '' } });
  const init = { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  expect(await (await fetch(`${url}${target}`, init)).json()).toMatchObject({ header: { count: 4 } });
  writeFileSync(path, '{ "extends": "archive:3", "items": [{ "account": "Elsewhere" }] }');
  const { status, stderr } = run('--scenario', path);
  expect(stderr).toContain(`streamone-test-server: ${path}: items[0].account: expected the ID of one of the accounts`);
  expect(status).toBe(2);
});

test.skipIf(!built)('--help and --version say that it is unofficial', () => {
  for (const option of ['--help', '--version']) {
    const { status, stdout } = run(option);
    expect(status).toBe(0);
    expect(stdout).toContain('unofficial, not affiliated with the vendor');
  }
});
