import { type TestServer, startTestServer } from '@streamone/test-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anybody, startPageServer } from './page-server.js';
import { CLI, runCli, runOnTerminal, startProgram } from './run-cli.js';

let server: TestServer;
let editor: Record<string, string>;
let reader: Record<string, string>;
let academy: string;

beforeAll(async () => {
  server = await startTestServer();
  const person = server.state.users.find(({ username }) => username === 'reader');
  academy = person?.roles[0]?.account ?? '';
  const member = server.state.roles.find(({ name }) => name === 'Member')?.id ?? '';
  server.state.users.update(person?.id ?? '', { roles: [...(person?.roles ?? []), { role: member }] });
  const base = { STREAMONE_API_URL: server.url, STREAMONE_CONFIG: '/nowhere/config.toml', HOME: '/nowhere' };
  const { user } = server.credentials;
  editor = { ...base, STREAMONE_USER_ID: user.id, STREAMONE_USER_PSK: user.psk };
  reader = { ...base, STREAMONE_USER_ID: person?.id ?? '', STREAMONE_USER_PSK: person?.psk ?? '' };
});

afterAll(() => server.close());

describe('can', () => {
  it('says yes by exit code 0, of several tokens in several accounts', async () => {
    const { account } = server.credentials;
    const args = ['can', 'item-read', 'item-upload', '--account', `${account},${academy}`];
    const { code, stdout } = await runCli([...args, '--fields', 'token,allowed,givenBy,heldIn'], editor);
    expect(JSON.parse(stdout)).toEqual([
      { token: 'item-read', allowed: true, givenBy: [], heldIn: [] },
      { token: 'item-upload', allowed: true, givenBy: [], heldIn: [] },
    ]);
    expect(code).toBe(0);
  });

  it('says no by exit code 5, with where one has it and which roles give it', async () => {
    const args = ['can', 'item-read', '--account', `${server.credentials.account},${academy}`];
    const { code, stdout } = await runCli(args, reader);
    expect(JSON.parse(stdout)).toEqual([
      {
        token: 'item-read',
        allowed: false,
        reason: `no role with item-read that the actor holds covers account ${server.credentials.account}`,
        roles: ['Reader'],
        missingIn: [server.credentials.account],
        heldIn: [`account Academy ${academy}`],
        givenBy: [
          expect.stringMatching(/^Reader \(/),
          expect.stringMatching(/^Administrator \(/),
          expect.stringMatching(/^Website \(/),
        ],
      },
    ]);
    expect(code).toBe(5);
  });

  it('says no when one of several is missing', async () => {
    const { code, stdout } = await runCli(
      ['can', 'item-read', 'item-upload', '--account', academy, '--query', 'allowed', '--ndjson'],
      reader,
    );
    expect([code, stdout]).toEqual([5, 'true\nfalse\n']);
  });

  it('says so when the platform does not tell which roles there are', async () => {
    const remove = server.faults.add({ status: 4, command: 'role', action: 'view' });
    const { code, stdout } = await runCli(['can', 'user-write', '--account', academy, '--query', 'givenBy'], reader);
    const shown = await runOnTerminal(['can', 'user-write', '--account', academy], reader, 100);
    remove();
    expect([code, stdout]).toEqual([5, 'null\n']);
    expect(shown).toContain('which roles give it, the platform does not tell you');
  });

  it('tells people in sentences, and of a token that nobody knows', async () => {
    const shown = await runOnTerminal(
      ['can', 'item-read', 'item-raed', '--account', server.credentials.account],
      { ...reader, NO_COLOR: '1' },
      200,
    );
    expect(shown).toMatch(
      /^no item-read: no role with item-read .*\n {4}you have it in: account Academy .*\n {4}roles that give it: Reader .*, Administrator/m,
    );
    expect(shown).toMatch(/no token "item-raed" is known; there are item-/);
  });

  it('lists what one has, without tokens', async () => {
    const there = await runCli(['can', '--account', academy, '--fields', 'token', '--raw'], reader);
    expect([there.code, there.stdout]).toEqual([0, 'item-read\nplaylist-read\nplaylist-write\nrole-read\n']);
    const outside = await runCli(['can', '--fields', 'token', '--raw'], reader);
    expect(outside.stdout).toBe('playlist-read\nplaylist-write\nrole-read\n');
    const actions = await runCli(['can', '--account', academy, '--query', 'actions'], reader);
    expect(JSON.parse(actions.stdout)).toContain('item/view');
  });

  it('has no answer where there is no such account, or no credentials', async () => {
    const none = await runCli(['can', 'item-read', '--account', 'nosuch'], editor);
    const nobody = await runCli(['can', 'item-read'], { HOME: '/nowhere' });
    expect([none.code, nobody.code]).toEqual([6, 2]);
    expect([none.stdout, nobody.stdout]).toEqual(['', '']);
  });

  it('is ended by Ctrl-C, at once', async () => {
    const silent = await startPageServer({ count: 1, row: (id) => ({ id }), silentFrom: 0 });
    try {
      const run = startProgram(process.execPath, [CLI, 'can', 'item-read'], anybody(silent.url));
      while (silent.asked() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      const begin = Date.now();
      run.child.kill('SIGINT');
      const { code, stderr } = await run.end;
      expect(stderr).toMatch(/^interrupted/);
      expect(code).toBe(130);
      // Far from the time limit of a call.
      expect(Date.now() - begin).toBeLessThan(5000);
    } finally {
      silent.close();
    }
  });
});

describe('whoami', () => {
  it('names no zone of dates where it has no date', async () => {
    const shown = await runOnTerminal(['whoami'], reader, 80);
    expect(shown).toContain('username');
    expect(shown).not.toContain('dates in');
  });

  it('tells a user with their roles, and where they act', async () => {
    const { stdout, code } = await runCli(['whoami', '--account', academy], reader);
    expect(JSON.parse(stdout)).toMatchObject({
      as: 'user',
      username: 'reader',
      name: 'Ruben',
      roles: expect.arrayContaining([`Reader (account Academy ${academy})`]),
      url: server.url,
      account: [academy],
    });
    expect(stdout).not.toContain(reader['STREAMONE_USER_PSK']);
    expect(code).toBe(0);
  });

  it('fails with a key that is wrong', async () => {
    const { stdout, code } = await runCli(['whoami'], { ...reader, STREAMONE_USER_PSK: 'wrong' });
    expect([stdout, code]).toEqual(['', 4]);
  });
});

describe('status', () => {
  const env = { HOME: '/nowhere' };

  it.each(['120', 'ITEM_NOT_FOUND', 'item_not_found'])('%s is explained', async (word) => {
    const { stdout, code } = await runCli(['status', word], env);
    expect(JSON.parse(stdout)).toEqual({
      code: 120,
      name: 'ITEM_NOT_FOUND',
      kind: 'not-found',
      meaning: 'item does not exist',
      advice: 'Check the ID, and the account that it is looked for in.',
      retry: 'never',
      exitCode: 6,
      evidence: 'documented',
      actions: ['uploadtoken/create'],
    });
    expect(code).toBe(0);
  });

  it('lists them all, and finds by words', async () => {
    const all = await runCli(['status', '--query', '$count($)'], env);
    expect(all.stdout).toBe('145\n');
    const some = await runCli(['status', 'single', 'sign-on', '--fields', 'code', '--raw'], env);
    expect(some.stdout).toBe('430\n431\n432\n433\n434\n');
    const kind = await runCli(['status', 'clock-skew', '--fields', 'code,exitCode', '--csv'], env);
    expect(kind.stdout).toBe('code,exitCode\n2,1\n');
    const none = await runCli(['status', 'nothing of the kind'], env);
    expect([none.stdout, none.code]).toEqual(['[]\n', 6]);
  });

  it('knows that there may be new ones', async () => {
    const { stdout, code } = await runCli(['status', '9999', '--query', '[kind, evidence]', '--json'], env);
    expect([stdout, code]).toEqual(['[\n  "unknown",\n  null\n]\n', 0]);
  });

  it('has advice for each, and the exit code that a command ends with', async () => {
    const { stdout } = await runCli(['status', '--query', '$[$length(advice) < 10 or exitCode = 69]'], env);
    expect(stdout).toBe('null\n');
  });
});
