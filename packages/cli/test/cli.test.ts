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
    const shown = await runOnTerminal(['item', 'view', '--limit', '3'], env, 80);
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

  it('acts in the account that an option names', async () => {
    const { stderr, code } = await runCli(['item', 'view', '--account', 'nosuchaccount'], env);
    expect(stderr).toContain('status 290 ACCOUNT_NOT_FOUND');
    expect(code).toBe(6);
  });
});

describe('what goes wrong is told in one line on stderr, with an exit code', () => {
  const cases: readonly [name: string, args: string[], over: Record<string, string>, code: number, said: RegExp][] = [
    ['no credentials', ['api', 'info'], { STREAMONE_USER_ID: '' }, 2, /environment variable STREAMONE_USER_ID/],
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

  it('has help from the catalogue', async () => {
    const { stdout, code } = await runCli(['item', 'view', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatchSnapshot();
  });

  it('has help for every action, an argument named like an option of all going by --arg', async () => {
    const helps = await Promise.all(
      ['user create', 'application edit', 'session create', 'playlist addentry', 'recordschedule edit'].map((action) =>
        runCli([...action.split(' '), '--help']),
      ),
    );
    for (const { code, stderr } of helps) expect([code, stderr]).toEqual([0, '']);
    expect(helps[0]?.stdout).toContain('By --arg: timezone=…');
  });

  it('suggests what was meant', async () => {
    const { stderr, code } = await runCli(['item', 'vew']);
    expect(stderr).toContain('Did you mean view?');
    expect(code).toBe(2);
  });

  it('says nothing when its reader goes away', async () => {
    const { runProgram, CLI } = await import('./run-cli.js');
    const command = `'${process.execPath}' '${CLI}' item view --limit 40 --unset archived | head -c 10`;
    const { stderr } = await runProgram('bash', ['-c', command], env);
    expect(stderr).toBe('');
  });
});
