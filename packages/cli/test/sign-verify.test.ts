import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestServer, startTestServer } from '@streamone/test-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, runOnTerminal, runProgram } from './run-cli.js';

let server: TestServer;
let env: Record<string, string>;
let folder: string;

beforeAll(async () => {
  server = await startTestServer();
  folder = mkdtempSync(join(tmpdir(), 'streamone-sign-'));
  env = {
    STREAMONE_API_URL: server.url,
    STREAMONE_USER_ID: server.credentials.user.id,
    STREAMONE_USER_PSK: server.credentials.user.psk,
    STREAMONE_DEFAULT_ACCOUNT_ID: server.credentials.account,
    STREAMONE_CONFIG: '/nowhere/config.toml',
  };
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

interface Signed {
  readonly url: string;
  readonly parameters: Record<string, string>;
  readonly arguments: Record<string, string>;
  readonly body: string;
  readonly stringToSign: string;
  readonly signature: string;
  readonly curl: string | null;
}

interface Report {
  readonly kind: string;
  readonly valid: boolean;
  readonly summary: string;
  readonly mistakes: readonly string[];
  readonly expected: string | null;
  readonly timeSummary: string;
}

async function sign(args: readonly string[], input?: string): Promise<Signed> {
  const { stdout, stderr } = await runCli(['sign', ...args], env, input);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Signed;
}

/** Verifies what is piped in, and sees to it that the exit code fits. */
async function verify(input: string, more: readonly string[] = [], over = {}): Promise<Report> {
  const { stdout, stderr, code } = await runCli(['verify', ...more], { ...env, ...over }, input);
  expect(stderr).toBe('');
  expect(stdout).not.toContain(server.credentials.user.psk);
  const report = JSON.parse(stdout) as Report;
  expect(code).toBe(report.valid ? 0 : 3);
  return report;
}

describe('sign', () => {
  it('prints a line for curl that holds, in every shell, and sends nothing itself', async () => {
    const before = server.journal.entries().length;
    const { curl, arguments: args, parameters } = await sign(['item/view', 'limit=2', "title=it's", 'archived=']);
    expect(server.journal.entries()).toHaveLength(before);
    expect(args).toEqual({ limit: '2', title: "it's", archived: '' });
    expect(parameters).toMatchObject({ api: '3', account: server.credentials.account });
    expect(parameters).not.toHaveProperty('signature');
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { stdout } = await runProgram(shell, ['-c', `${curl ?? ''} -sS`]);
      expect(JSON.parse(stdout)).toMatchObject({ header: { status: 0, count: 0 } });
    }
  });

  it('signs at a given time, as --dry-run does now', async () => {
    const { stringToSign, signature, body } = await sign(['api/info', '--timestamp', '1700000000']);
    expect([body, stringToSign]).toEqual(['', expect.stringMatching(/^\/api\/api\/info\?.*timestamp=1700000000&.*&$/)]);
    expect(signature).toMatch(/^[0-9a-f]{40}$/);
    expect((await sign(['api/info', '--timestamp', '1700000000'])).signature).toBe(signature);
    const { stdout } = await runCli(['api', 'info', '--dry-run', '--fields', 'body,signature'], env);
    expect(JSON.parse(stdout)).toEqual({ body: '', signature: expect.stringMatching(/^[0-9a-f]{40}$/) });
  });

  it('writes lists and values of an action that nobody declared as text', async () => {
    const { body } = await sign(['some/thing', '--json-args', '{"a":[1,"b"],"c":true,"d":null}', 'e=x']);
    expect(body).toBe('a=1%2Cb&c=1&d=&e=x');
  });

  it('shows no secret, nor a line for a shell that would', async () => {
    const args = { username: 'kim', newpassword: 'SECRET&SECRET', signature: 'SECRET' };
    const signed = await sign(['user/create', '--json-args', '-'], JSON.stringify(args));
    expect(JSON.stringify(signed)).not.toContain('SECRET');
    expect(signed.arguments).toEqual({ username: 'kim', newpassword: '[redacted]', signature: '[redacted]' });
    expect(signed.stringToSign).toMatch(/&username=kim&newpassword=\[redacted\]&signature=\[redacted\]$/);
    expect(signed.curl).toBeNull();
    const { stderr, code } = await runCli(['verify'], env, JSON.stringify(signed));
    expect([code, stderr]).toEqual([2, expect.stringContaining('a secret is masked')]);
  });

  it('is text for people on a terminal', async () => {
    const shown = await runOnTerminal(['sign', 'item/view', 'limit=5'], { ...env, NO_COLOR: '1' }, 80);
    const heads = shown.split('\n').filter((line) => /^[A-Z]/.test(line));
    expect(heads.slice(0, 4)).toEqual([
      'Request',
      'Parameters (query string)',
      'Arguments (body, application/x-www-form-urlencoded)',
      'String to sign',
    ]);
    expect(shown).toContain(`with the key of user ${server.credentials.user.id}, in lower-case hex`);
    expect(shown).toMatch(/^ {2}curl --data-raw "limit=5" "http:/m);
    expect(shown).not.toContain(server.credentials.user.psk);
  });

  it.each([
    [['item'], 2, /expected command\/action/],
    [['item/view', 'limit=many'], 3, /item\/view: limit: expected a whole number/],
    [['item/view', '--timestamp', 'now'], 2, /--timestamp: expected UNIX time/],
    [['user/create', 'newpassword=SECRET'], 2, /no secret on the command line/],
  ])('%j is refused', async (args, code, said) => {
    const run = await runCli(['sign', ...args], env);
    expect([run.code, run.stdout, run.stderr]).toEqual([code, '', expect.stringMatching(said)]);
    expect(run.stderr).not.toContain('SECRET');
  });
});

describe('verify', () => {
  it('finds right what was signed, however it is pasted', async () => {
    const signed = await sign(['item/view', 'limit=5', 'title=é b']);
    const { url, body, curl } = signed;
    const { pathname, search } = new URL(url);
    const file = join(folder, 'request.txt');
    writeFileSync(file, `${url}\n${body}\n`);
    const ways = [
      verify(curl ?? ''),
      verify(JSON.stringify(signed)),
      verify(
        `POST ${pathname}${search} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${body}`,
      ),
      verify('', [url, '--body', body]),
      verify('', ['--file', file]),
    ];
    for (const report of await Promise.all(ways)) {
      expect(report).toMatchObject({ kind: 'request', valid: true, summary: 'The signature is right.' });
      expect(report.expected).toBe(signed.stringToSign);
    }
  });

  it('tells the mistake of what is signed wrong', async () => {
    const { url, body, signature } = await sign(['item/view', 'limit=5', 'archived=']);
    const [upper, sorted, other, get] = await Promise.all([
      verify(`${url.replace(signature, signature.toUpperCase())}\n${body}`),
      verify(`${url}\narchived=&limit=5`),
      verify(`${url}\nlimit=6&archived=`),
      verify(`curl '${url}'`),
    ]);
    expect(upper).toMatchObject({ valid: false, mistakes: ['upper-case-hex'] });
    expect(sorted).toMatchObject({ valid: false, expected: expect.stringMatching(/archived=&limit=5$/) });
    expect(other).toMatchObject({ valid: false, summary: expect.stringMatching(/fits no known mistake/) });
    expect(get).toMatchObject({ valid: false, summary: expect.stringMatching(/POST only, and this was a GET/) });
  });

  it('tells whose request it is where the key is of somebody else', async () => {
    const { url } = await sign(['api/info']);
    const { summary, expected } = await verify(url, [], { STREAMONE_USER_ID: 'me' });
    expect(summary).toBe(
      `It is from "${server.credentials.user.id}", and is checked with the key of user me (STREAMONE_USER_ID): take the profile of that one by --profile.`,
    );
    expect(expected).toBeNull();
  });

  it('judges the signature of an old request, and tells its age', async () => {
    const { url } = await sign(['item/view', 'limmit=5', '--timestamp', '1300000000']);
    const { valid, summary, timeSummary } = await verify(`${url}\nlimmit=5`);
    expect(valid).toBe(true);
    expect(summary).toMatch(/^The signature is right\. The test server would refuse it all the same: .*limmit/);
    expect(timeSummary).toMatch(/^signed \d+ days ago: it would be refused now with status 2/);
  });

  it('checks links: their signature, their user, and whether they still hold', async () => {
    const { stdout } = await runCli(['link', 'signed', 'an-item', '--valid', '2h'], env);
    const link = stdout.trim();
    const { id, psk } = server.credentials.user;
    const [folderOf, query] = ['/hls/account=A/item=I', `signuser=${id}&signts=4070908800`];
    const whole = createHmac('sha1', psk).update(`${folderOf}/a.m3u8?${query}`).digest('hex');
    const [named, right, other, moved, none] = await Promise.all([
      verify(`https://media.example${folderOf}/a.m3u8?${query}&signature=${whole}`),
      verify(link),
      verify(link.replace('signuser=', 'signuser=x')),
      verify(link.replace('an-item', 'another-item')),
      verify(link.replace(/\?.*/, '')),
    ]);
    expect(named).toMatchObject({ valid: false, mistakes: ['file-name'] });
    expect(right).toMatchObject({
      kind: 'link',
      valid: true,
      timeSummary: expect.stringMatching(/^expires in (2 hours|119 min)/),
    });
    expect(other).toMatchObject({ valid: false, summary: expect.stringMatching(/^The link says that user x/) });
    expect(moved).toMatchObject({ valid: false, expected: expect.stringContaining('/item=another-item?signuser=') });
    expect(none).toMatchObject({ kind: 'link', valid: false, summary: expect.stringMatching(/not signed as a whole/) });
  });

  it('is text for people on a terminal, which nothing in it steers', async () => {
    const text = 'http://x/api/item/view?api=3&format=json&x\u001B[31m=1';
    const shown = await runOnTerminal(['verify', text], { ...env, NO_COLOR: '1' }, 80);
    expect(shown).toMatch(/^✗ wrong: /);
    expect(shown).toMatch(/^✗ parameters/m);
    expect(shown).not.toContain('\u001B');
  });

  it.each([
    [['nonsense'], /expected a curl line, an address/],
    [["curl 'https://a.example"], /a quote that has no end/],
    [['curl -d @/etc/hostname https://a.example'], /the body is in the file \/etc\/hostname/],
    [['/a', '--file', 'b'], /either a request or --file/],
    [['--file', '/nowhere/b'], /--file: expected a file that can be read.*ENOENT/],
    [['/a', '--header', 'x'], /--header: expected a header/],
  ])('%j is refused', async (args, said) => {
    const run = await runCli(['verify', ...args], env);
    expect([run.code, run.stdout, run.stderr]).toEqual([2, '', expect.stringMatching(said)]);
  });
});
