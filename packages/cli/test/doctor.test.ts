import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestServer, startTestServer } from '@streamone/test-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { anybody, startPageServer } from './page-server.js';
import { CLI, runCli, runOnTerminal, startProgram } from './run-cli.js';

interface Row {
  readonly check: string;
  readonly result: string;
  readonly detail: string;
  readonly advice: string | null;
}

let server: TestServer;
let env: Record<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'streamone-doctor-'));
const closing: (() => void)[] = [];

beforeAll(async () => {
  server = await startTestServer();
  const { user, account } = server.credentials;
  env = {
    HOME: folder,
    STREAMONE_API_URL: server.url,
    STREAMONE_USER_ID: user.id,
    STREAMONE_USER_PSK: user.psk,
    STREAMONE_DEFAULT_ACCOUNT_ID: account,
  };
});

afterEach(() => server.clock.reset());

afterAll(async () => {
  for (const close of closing) close();
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

async function doctor(
  more: Record<string, string> = {},
  ...args: string[]
): Promise<{ rows: readonly Row[]; code: number | null }> {
  const { stdout, stderr, code } = await runCli(['doctor', ...args], { ...env, ...more });
  expect(stderr).toBe('');
  for (const secret of [server.credentials.user.psk, more['STREAMONE_USER_PSK']]) {
    if (secret !== undefined) expect(stdout).not.toContain(secret);
  }
  return { rows: JSON.parse(stdout) as Row[], code };
}

/** How each check came out: `ok ok skipped …`. */
const results = (rows: readonly Row[]): string => rows.map(({ result }) => result).join(' ');

const failed = (rows: readonly Row[]): Row | undefined => rows.find(({ result }) => result === 'fail');

/** Starts a server; gives its address, without the scheme. */
async function listen(made: http.Server): Promise<string> {
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    made.closeAllConnections();
    made.close();
  });
  return `127.0.0.1:${(made.address() as AddressInfo).port}`;
}

/** Makes a certificate that signs itself. */
function certificate(name: string, days: number, names: string): { readonly cert: string; readonly key: string } {
  const [cert, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
  const made = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    `${days}`,
  ];
  execFileSync(
    'openssl',
    [...made, '-keyout', key, '-out', cert, '-subj', '/CN=test', '-addext', `subjectAltName=${names}`],
    { stdio: 'ignore' },
  );
  return { cert, key };
}

/** Puts TLS before the test server. */
function serve({ cert, key }: { readonly cert: string; readonly key: string }): Promise<string> {
  const front = https.createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (request, response) => {
    const { method, headers, url: path } = request;
    const onward = http.request(`${server.url}${path ?? ''}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  return listen(front).then((address) => `https://${address}`);
}

describe('what works', () => {
  it('is told line by line', async () => {
    const { rows, code } = await doctor();
    expect(rows.map(({ check }) => check)).toEqual([
      'settings',
      'address',
      'TLS',
      'API',
      'clock',
      'credentials',
      'tokens',
      'account',
    ]);
    expect(results(rows)).toBe('ok ok skipped ok ok ok ok ok');
    expect(rows[1]?.detail).toMatch(/STREAMONE_API_URL\): connected in \d+ ms/);
    expect(rows[5]?.detail).toBe('user editor is known (STREAMONE_USER_ID)');
    expect(rows[7]?.detail).toMatch(/^account .* \(STREAMONE_DEFAULT_ACCOUNT_ID\): 18 tokens/);
    expect(code).toBe(0);
  });

  it('is told to people with colour, and what is to be done below', async () => {
    const shown = await runOnTerminal(['doctor', '--account', ''], env, 100);
    expect(shown).toMatch(/\u001b\[32mok {2}\u001b\[39m {2}address/);
    expect(shown).toMatch(/warn\u001b\[39m {2}account +no account is set.*\n +Give --account.*Studio Zuidwester/);
  });
});

describe('what is wrong', () => {
  it.each([
    [
      'a name that is not known',
      { STREAMONE_API_URL: 'https://nothing.invalid' },
      'address',
      /\((ENOTFOUND|EAI_AGAIN)\)/,
      69,
    ],
    [
      'a port where nobody listens',
      { STREAMONE_API_URL: 'http://127.0.0.1:1' },
      'address',
      /port 1 .*\(ECONNREFUSED\)/,
      69,
    ],
    [
      'an address that is none',
      { STREAMONE_API_URL: 'http://example.org' },
      'settings',
      /expected an https address/,
      2,
    ],
    [
      'a profile that there is not',
      { STREAMONE_PROFILE: 'nope' },
      'settings',
      /STREAMONE_PROFILE: expected no name/,
      2,
    ],
    ['no credentials', { STREAMONE_USER_ID: '' }, 'credentials', /^missing: credentials \(STREAMONE_USER_ID/, 2],
    ['a wrong key', { STREAMONE_USER_PSK: 'a-wrong-key' }, 'credentials', /AUTHENTICATION_FAILED/, 4],
    ['an account that there is not', { STREAMONE_DEFAULT_ACCOUNT_ID: 'nosuch' }, 'account', /ACCOUNT_NOT_FOUND/, 6],
  ])('%s', async (_what, more, check, detail, exit) => {
    const { rows, code } = await doctor(more);
    const failure = failed(rows);
    expect(failure).toMatchObject({
      check,
      detail: expect.stringMatching(detail),
      advice: expect.stringMatching(/.{10}/),
    });
    const at = rows.findIndex((row) => row === failure);
    expect(
      rows.slice(at + 1).every(({ result, detail: why }) => result === 'skipped' && why === `since ${check} failed`),
    ).toBe(true);
    expect(code).toBe(exit);
  });

  it('a file of profiles that others can read', async () => {
    const path = join(folder, 'loose.toml');
    writeFileSync(path, '', { mode: 0o644 });
    const { rows, code } = await doctor({ STREAMONE_CONFIG: path });
    expect(failed(rows)?.detail).toMatch(/mode 0644/);
    expect(code).toBe(2);
  });

  it.each([
    [100, 'warn', 0],
    [-100, 'warn', 0],
    [5000, 'fail', 1],
  ])('a clock that is %i s off', async (seconds, result, exit) => {
    server.clock.advance(seconds);
    const { rows, code } = await doctor();
    const clock = rows.find(({ check }) => check === 'clock');
    expect(clock?.result).toBe(result);
    const off = Number(/(\d+) s/.exec(clock?.detail ?? '')?.[1]);
    expect(Math.abs(off - Math.abs(seconds))).toBeLessThanOrEqual(2);
    expect(clock?.detail).toContain(seconds > 0 ? 'behind' : 'ahead of');
    // All the rest works: the client reckons with it.
    expect(results(rows.filter(({ check }) => check !== 'clock'))).toBe('ok ok skipped ok ok ok ok');
    expect(code).toBe(exit);
  });

  it('no rights', async () => {
    const roles = server.state.users.get(server.credentials.user.id)?.roles ?? [];
    server.state.users.update(server.credentials.user.id, { roles: [] });
    const { rows, code } = await doctor();
    server.state.users.update(server.credentials.user.id, { roles });
    expect(results(rows)).toBe('ok ok skipped ok ok ok fail fail');
    expect(rows[6]?.detail).toContain('no role with any token is held');
    expect(rows[7]?.detail).toContain('nothing may be done there');
    expect(code).toBe(5);
  });

  it('something else than the API', async () => {
    const page = await listen(http.createServer((_request, response) => void response.writeHead(502).end('<html>')));
    const { rows, code } = await doctor({ STREAMONE_API_URL: `http://${page}` });
    expect(failed(rows)).toMatchObject({ check: 'API', detail: 'something else than the API answers (HTTP 502)' });
    expect(code).toBe(69);
  });

  it('no answer in time; Ctrl-C does not wait for it', async () => {
    const silent = await startPageServer({ count: 1, row: (id) => ({ id }), silentFrom: 0 });
    closing.push(() => silent.close());
    const { rows, code } = await doctor({ STREAMONE_API_URL: silent.url }, '--timeout', '0.3');
    expect(failed(rows)).toMatchObject({ check: 'API', detail: 'no answer: no answer in time' });
    expect(code).toBe(69);
    const run = startProgram(process.execPath, [CLI, 'doctor'], anybody(silent.url));
    while (silent.asked() < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    run.child.kill('SIGINT');
    expect(await run.end).toMatchObject({ code: 130, stderr: expect.stringMatching(/^interrupted/) });
  });
});

describe('TLS', () => {
  it('with a certificate that nobody vouches for, then with it trusted', async () => {
    const files = certificate('good', 400, 'DNS:localhost,IP:127.0.0.1');
    const url = await serve(files);
    const unknown = await doctor({ STREAMONE_API_URL: url });
    expect(failed(unknown.rows)).toMatchObject({
      check: 'TLS',
      detail: expect.stringMatching(
        /not trusted: DEPTH_ZERO_SELF_SIGNED_CERT; TLSv1\.3, certificate for localhost, 127\.0\.0\.1, valid until/,
      ),
      advice: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    });
    expect(unknown.code).toBe(69);
    const known = await doctor({ STREAMONE_API_URL: url, NODE_EXTRA_CA_CERTS: files.cert });
    expect(results(known.rows)).toBe('ok ok ok ok ok ok ok ok');
    expect(known.rows[2]?.detail).toMatch(/\((399|400) days left\)/);
    expect(known.code).toBe(0);
  });

  it('with a certificate that ends soon, or is for another name', async () => {
    const soon = certificate('soon', 5, 'IP:127.0.0.1');
    const warned = await doctor({ STREAMONE_API_URL: await serve(soon), NODE_EXTRA_CA_CERTS: soon.cert });
    expect(warned.rows[2]).toMatchObject({ result: 'warn', detail: expect.stringMatching(/\([45] days left\)/) });
    expect(warned.code).toBe(0);
    const other = certificate('other', 400, 'DNS:other.example');
    const refused = await doctor({ STREAMONE_API_URL: await serve(other), NODE_EXTRA_CA_CERTS: other.cert });
    expect(failed(refused.rows)).toMatchObject({
      check: 'TLS',
      detail: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID'),
    });
    expect(refused.code).toBe(69);
  });

  it('where plain HTTP is spoken', async () => {
    const { rows, code } = await doctor({ STREAMONE_API_URL: server.url.replace('http:', 'https:') });
    expect(failed(rows)).toMatchObject({ check: 'TLS', detail: expect.stringContaining("TLS can't be set up") });
    expect(code).toBe(69);
  });
});
