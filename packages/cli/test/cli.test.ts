import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestServer, startTestServer } from '@streamone/test-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, runOnTerminal } from './run-cli.js';

let server: TestServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer();
  env = {
    STREAMONE_API_URL: server.url,
    STREAMONE_USER_ID: server.credentials.user.id,
    STREAMONE_USER_PSK: server.credentials.user.psk,
    STREAMONE_DEFAULT_ACCOUNT_ID: server.credentials.account,
    STREAMONE_CONFIG: '/nowhere/config.toml',
  };
});

afterAll(() => server.close());

interface Item {
  readonly id: string;
  readonly title: string;
  readonly archived?: boolean;
}

const itemsOf = (stdout: string): Item[] => JSON.parse(stdout) as Item[];

describe('the answer', () => {
  it.each([
    ['call', ['call', 'item/view', 'limit=5']],
    ['an action', ['item', 'view', '--limit', '5']],
  ])('is JSON in a pipe, by %s', async (_name, args) => {
    const { code, stdout, stderr } = await runCli(args, env);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(itemsOf(stdout)).toHaveLength(5);
  });

  it('is the same by call and by an action', async () => {
    const [byCall, byAction] = await Promise.all([
      runCli(['call', 'item/view', 'itemtype=audio', 'archived='], env),
      runCli(['item', 'view', '--itemtype', 'audio', '--unset', 'archived'], env),
    ]);
    expect(byCall.stdout).toBe(byAction.stdout);
    expect(itemsOf(byCall.stdout).length).toBeGreaterThan(0);
  });

  it('is a table on a terminal, within its width', async () => {
    const shown = await runOnTerminal(['item', 'view', '--limit', '3'], { ...env, NO_COLOR: '1' }, 80);
    const lines = shown.split('\n');
    expect(lines[1]).toMatch(/│ id +│ title/);
    expect(shown).toMatch(/3 of \d+/);
    expect(shown).toMatch(/\d+ more columns: --json has them/);
    expect(shown).toContain('dates in Europe/Amsterdam');
    // A wide character counts as two, so the length in characters is at most the width.
    for (const line of lines.filter((each) => /^[│┌├└]/.test(each))) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('is JSON on a terminal when asked for', async () => {
    expect(itemsOf(await runOnTerminal(['item', 'view', '--limit', '2', '--json'], env, 80))).toHaveLength(2);
  });
});

describe('arguments', () => {
  it('takes booleans, dates and lists as an action declares them', async () => {
    const archived = itemsOf((await runCli(['item', 'view', '--archived', '--limit', '50'], env)).stdout);
    const all = itemsOf((await runCli(['item', 'view', '--unset', 'archived', '--limit', '50'], env)).stdout);
    expect(archived.length).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThan(archived.length);

    const [first, second] = all;
    const ids = [first?.id ?? '', second?.id ?? ''];
    const both = await runCli(['item', 'view', '--item', ids.join(','), '--unset', 'archived'], env);
    const repeated = await runCli(
      ['item', 'view', '--item', ids[0] ?? '', '--item', ids[1] ?? '', '--unset', 'archived'],
      env,
    );
    expect(
      itemsOf(both.stdout)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids.toSorted());
    expect(repeated.stdout).toBe(both.stdout);

    const none = await runCli(['item', 'view', '--mindatecreated', '2099-01-01T00:00:00Z'], env);
    expect(itemsOf(none.stdout)).toEqual([]);
  });

  it('sends Unicode as it is', async () => {
    const title = 'Één avond: 夜の音楽 🎬 & ~50% méér = 1';
    const made = await runCli(['item', 'create', '--title', title], env);
    expect(made.stderr).toBe('');
    expect((JSON.parse(made.stdout) as Item).title).toBe(title);
    const found = await runCli(['call', 'item/view', `title=${title}`], env);
    expect(itemsOf(found.stdout).map((item) => item.title)).toEqual([title]);
  });

  it('takes JSON from the option, a file and stdin; options are stronger, --arg more so, --unset most', async () => {
    const title = `From JSON ${'x'.repeat(20)}`;
    const json = JSON.stringify({ title, archived: false, dateaired: '2020-02-29T12:00:00Z' });
    const made = await runCli(['item', 'create', '--json-args', '-', '--archived', '--arg', 'author=Ann'], env, json);
    expect(made.stderr).toBe('');
    const file = join(mkdtempSync(join(tmpdir(), 'streamone-args-')), 'args.json');
    writeFileSync(file, JSON.stringify({ title, archived: true }));
    const found = itemsOf((await runCli(['call', 'item/view', '--json-args', `@${file}`], env)).stdout);
    expect(found).toMatchObject([{ title, archived: true, author: 'Ann', dateaired: '2020-02-29T12:00:00.000Z' }]);
    const all = await runCli(['item', 'view', '--json-args', '{"title":"nothing"}', '--unset', 'title'], env);
    expect(itemsOf(all.stdout).length).toBeGreaterThan(10);
    rmSync(dirname(file), { recursive: true });
  });

  it.each([
    ['JSON that is none', ['--json-args', '{"title'], /--json-args: expected an object.*text that is no JSON/],
    ['a list', ['--json-args', '[]'], /given "a list"/],
    ['a file that is not there', ['--json-args', '@/nowhere/x.json'], /a file that can be read.*ENOENT/],
    [
      'an argument that is none',
      ['--unset', 'nothing'],
      /--unset: expected the name of an argument of item\/view.*title/,
    ],
    [
      'a secret in the option',
      ['--json-args', '{"userpsk":"SECRET"}'],
      /userpsk: expected no secret on the command line/,
    ],
    ['a secret by its name', ['--arg', 'password=SECRET'], /password: expected no secret.*--json-args -/],
  ])('refuses %s', async (_name, args, said) => {
    const { code, stderr } = await runCli(['item', 'view', ...args], env);
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain('SECRET');
    expect(code).toBe(2);
  });

  it('lets stdin be read by one option alone', async () => {
    const { code, stderr } = await runCli(['item', 'view', '--psk-stdin', '--json-args', '-'], env, '{}');
    expect(stderr).toMatch(/stdin for one option/);
    expect(code).toBe(2);
  });

  it('takes the key from stdin', async () => {
    const { STREAMONE_USER_PSK: psk, ...without } = env;
    const { code } = await runCli(['user', 'viewme', '--psk-stdin'], without, `${psk}\n`);
    expect(code).toBe(0);
    const none = await runCli(['user', 'viewme', '--psk-stdin'], without, '');
    expect(none.stderr).toMatch(/--psk-stdin: expected a key on one line/);
  });

  it('takes an argument that is named like an option of all by --arg', async () => {
    const args = ['user', 'create', '--username', 'tim', '--arg', 'timezone=Asia/Tokyo', '--timezone', 'UTC'];
    const { stdout, stderr } = await runCli(args, env);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ username: 'tim', timezone: 'Asia/Tokyo' });
  });

  it('goes through a proxy where one is set, and past it to this machine', async () => {
    const HTTPS_PROXY = 'http://127.0.0.1:1';
    const past = await runCli(['user', 'viewme'], { ...env, HTTPS_PROXY });
    expect([past.code, past.stderr]).toEqual([0, '']);
    const through = await runCli(['user', 'viewme', '--url', 'host.invalid', '--retry', '0'], { ...env, HTTPS_PROXY });
    expect(through.stderr).toContain('ECONNREFUSED');
    expect(through.code).toBe(69);
  });

  it('prints by --dry-run what would be sent, which holds for the platform, and sends nothing', async () => {
    const before = server.journal.entries().length;
    const dry = await runCli(['item', 'view', '--limit', '2', '--unset', 'archived', '--dry-run'], env);
    expect(dry.stderr).toBe('');
    expect(server.journal.entries()).toHaveLength(before);
    const { method, url, body } = JSON.parse(dry.stdout) as Record<'method' | 'url' | 'body', string>;
    expect(body).toBe('limit=2&archived=');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = (await (await fetch(url, { method, headers, body })).json()) as { header: { status: number } };
    expect(answer.header.status).toBe(0);
    const byCall = await runCli(['call', 'item/view', 'limit=x', '--dry-run'], env);
    expect([byCall.code, byCall.stdout]).toEqual([3, '']);
  });

  it('acts in the account that an option names', async () => {
    const { stderr, code } = await runCli(['item', 'view', '--account', 'nosuchaccount'], env);
    expect(stderr).toContain('status 290 ACCOUNT_NOT_FOUND');
    expect(code).toBe(6);
  });
});

describe('what goes wrong is told in one line on stderr, with an exit code', () => {
  const cases: readonly [name: string, args: string[], over: Record<string, string>, code: number, said: RegExp][] = [
    ['no credentials', ['api', 'info'], { STREAMONE_USER_ID: '' }, 2, /missing: credentials \(STREAMONE_USER_ID/],
    ['a wrong key', ['api', 'info'], { STREAMONE_USER_PSK: 'wrong' }, 4, /api\/info: status 3 AUTHENTICATION_FAILED/],
    ['an unknown action', ['call', 'item/nothing'], {}, 3, /item\/nothing: status 5 INVALID_ACTION/],
    ['a path that is none', ['call', 'item'], {}, 2, /expected command\/action/],
    ['an argument without =', ['call', 'item/view', 'limit'], {}, 2, /name=value/],
    [
      'a number that is none',
      ['item', 'view', '--limit', 'many'],
      {},
      3,
      /item\/view: limit: expected a whole number.*"many"/,
    ],
    ['an unknown option', ['item', 'view', '--limt', '5'], {}, 2, /unknown option '--limt'/],
    [
      'nobody listening',
      ['api', 'info'],
      { STREAMONE_API_URL: '127.0.0.1:1' },
      69,
      /api\/info: no answer.*ECONNREFUSED/,
    ],
    ['plain http elsewhere', ['api', 'info'], { STREAMONE_API_URL: 'http://example.org' }, 2, /https address/],
  ];

  it.each(cases)('%s', async (_name, args, over, code, said) => {
    const run = await runCli(args, { ...env, ...over });
    expect(run.stderr).toMatch(said);
    expect(run.code).toBe(code);
    expect(run.stdout).toBe('');
    expect(run.stderr).not.toContain(server.credentials.user.psk);
    expect(run.stderr).not.toContain('    at ');
  });
});

describe('the command itself', () => {
  it('tells its version and that it is unofficial', async () => {
    const { stdout, code } = await runCli(['--version']);
    expect(stdout).toMatch(/^streamone \d+\.\d+\.\d+ \(unofficial, not affiliated with the vendor\)\n$/);
    expect(code).toBe(0);
  });

  it('says nothing when its reader goes away', async () => {
    const { runProgram, CLI } = await import('./run-cli.js');
    const command = `'${process.execPath}' '${CLI}' item view --limit 40 --unset archived | head -c 10`;
    const { stderr } = await runProgram('bash', ['-c', command], env);
    expect(stderr).toBe('');
  });
});
