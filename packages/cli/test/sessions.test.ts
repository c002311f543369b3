import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passwordHash, v2Hash } from '@streamone/core/password';
import { type TestServer, startTestServer } from '@streamone/test-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CliRun, runCli } from './run-cli.js';
import { openTerminal } from './terminal.js';

let server: TestServer;
let home: string;
let sessions: string;
let env: Record<string, string>;
const homes: string[] = [];

/** Of a cost that a test can wait for. */
const SALT = '$2y$04$qh3vtz0kxw5mf7rjn2bpde';
const PASSWORD = 'Zuidwester-windkracht-8';

beforeAll(async () => {
  server = await startTestServer();
  const s = await passwordHash({ password: PASSWORD, salt: SALT });
  server.state.users.update(server.credentials.user.id, { password: { salt: SALT, s, v2hash: v2Hash(PASSWORD) } });
});

/** Ends every session, as the platform might. */
function endAll(): void {
  const ids = [...server.state.sessions].map(({ id }) => id);
  for (const id of ids) server.state.sessions.remove(id);
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'streamone-sessions-'));
  homes.push(home);
  sessions = join(home, 'state', 'streamone', 'sessions');
  const { id, psk } = server.credentials.application;
  env = {
    HOME: home,
    XDG_STATE_HOME: join(home, 'state'),
    STREAMONE_API_URL: server.url,
    STREAMONE_APP_ID: id,
    STREAMONE_APP_PSK: psk,
  };
  endAll();
  server.journal.clear();
});

afterAll(async () => {
  for (const each of homes) rmSync(each, { recursive: true, force: true });
  await server.close();
});

const login = (...more: string[]): Promise<CliRun> =>
  runCli(['login', '--username', 'editor', '--password-stdin', ...more], env, `${PASSWORD}\n`);

interface Who {
  readonly as: string;
  readonly username?: string;
}

async function whoami(...more: string[]): Promise<Who> {
  const { stdout, stderr, code } = await runCli(['whoami', ...more], env);
  expect([stderr, code]).toEqual(['', 0]);
  return JSON.parse(stdout) as Who;
}

const files = (ending: string): string[] =>
  existsSync(sessions) ? readdirSync(sessions).filter((name) => name.endsWith(ending)) : [];

const sessionPath = (): string => join(sessions, files('.session')[0] ?? 'none');

/** Changes what is kept of the session. */
function change(fields: object): void {
  const kept = JSON.parse(readFileSync(sessionPath(), 'utf8')) as object;
  writeFileSync(sessionPath(), JSON.stringify({ ...kept, ...fields }), { mode: 0o600 });
}

const kept = (): { readonly key: string; readonly expiresAt: number } =>
  JSON.parse(readFileSync(sessionPath(), 'utf8')) as never;

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('login', () => {
  it('keeps a session that all commands act in, readable by its owner alone, until logout ends it', async () => {
    const begun = await login();
    expect(begun.stderr).toMatch(/^logged in as editor at .*; the session ends 60 minutes after its last use/);
    expect([begun.code, begun.stdout]).toEqual([0, '']);
    expect([mode(sessions), mode(sessionPath()), mode(join(sessions, files('.login')[0] ?? ''))]).toEqual([
      '700',
      '600',
      '600',
    ]);
    expect(begun.stderr).not.toContain(kept().key);
    expect(readFileSync(join(sessions, files('.login')[0] ?? ''), 'utf8')).not.toContain(kept().key);

    expect(await whoami()).toMatchObject({ as: 'session', username: 'editor', name: 'Eva Meijer' });
    const items = await runCli(['item', 'view', '--account', server.credentials.account, '--limit', '1'], env);
    expect(items.code).toBe(0);
    expect(server.journal.entries().at(-1)?.parameters).toMatchObject({ session: expect.any(String) });
    const signed = await runCli(['sign', 'api/info', '--query', 'stringToSign', '--raw'], env);
    expect(signed.stdout).toMatch(/&session=/);

    const show = await runCli(['config', 'show', '--query', "$[setting='session']"], env);
    expect(JSON.parse(show.stdout)).toMatchObject({ value: 'editor', source: 'login', from: '`streamone login`' });

    const left = await runCli(['logout'], env);
    expect([left.code, left.stderr]).toEqual([0, `logged out editor at ${server.url}\n`]);
    expect([files(''), [...server.state.sessions]]).toEqual([[], []]);
    const again = await runCli(['logout'], env);
    expect([again.code, again.stderr]).toEqual([0, 'nobody is logged in\n']);
    expect(await whoami()).toMatchObject({ as: 'application' });
  });

  it('is weaker than what option, environment and profile say', async () => {
    await login();
    expect(await whoami('--session', '')).toMatchObject({ as: 'application' });
    const { user } = server.credentials;
    const both = { ...env, STREAMONE_USER_ID: user.id, STREAMONE_USER_PSK: user.psk, STREAMONE_AUTH_TYPE: 'user' };
    const asUser = await runCli(['whoami', '--query', 'as', '--raw'], both);
    expect(asUser.stdout).toBe('user\n');
    const asSession = await runCli(['whoami', '--query', 'as', '--raw', '--session', 'editor'], both);
    expect(asSession.stdout).toBe('session\n');
    const other = await runCli(['whoami'], { ...env, STREAMONE_SESSION: 'reader' });
    expect(other.stderr).toBe(`error: "reader" is not logged in at ${server.url}; run \`streamone login\`\n`);
    expect(other.code).toBe(4);
    const config = join(home, 'config.toml');
    writeFileSync(config, '[profiles.default]\nsession = "reader"\n', { mode: 0o600 });
    const profile = await runCli(['whoami'], { ...env, STREAMONE_CONFIG: config });
    expect(profile.stderr).toContain('"reader" is not logged in');
    // Another address, or another profile, has sessions of its own.
    writeFileSync(config, '[profiles.other]\n', { mode: 0o600 });
    const elsewhere = await runCli(['whoami', '--profile', 'other', '--query', 'as', '--raw'], {
      ...env,
      STREAMONE_CONFIG: config,
    });
    expect(elsewhere.stdout).toBe('application\n');
    const here = server.url.replace('127.0.0.1', 'localhost');
    const address = await runCli(['whoami', '--url', here, '--query', 'as', '--raw'], env);
    expect(address.stdout).toBe('application\n');
  });

  it('ends the session that it takes the place of', async () => {
    await login();
    const before = kept().key;
    await login();
    expect(kept().key).not.toBe(before);
    expect([files('.session').length, files('.login').length, [...server.state.sessions].length]).toEqual([1, 1, 1]);
  });

  it('keeps nothing of one that is refused', async () => {
    const { code, stderr, stdout } = await runCli(
      ['login', '--username', 'editor', '--password-stdin'],
      env,
      'wrong-password',
    );
    expect(stderr).toMatch(/does not say why: the name or the password is wrong[^]*status 281/);
    expect(stderr + stdout).not.toContain('wrong-password');
    expect([code, files('')]).toEqual([4, []]);
  });

  it.each([
    ['the name', ['login'], /missing: --username, since there is no terminal/],
    ['the password', ['login', '--username', 'x'], /missing: --password-stdin, since there is no terminal/],
    [
      'no password as an argument',
      ['login', '--password', 'SECRET'],
      /--password: expected no password on the command line/,
    ],
    ['an address that is one', ['login', '--username', 'x', '--ip', 'here'], /--ip: expected an IP address/],
    ['stdin for one option', ['login', '--username', 'x', '--psk-stdin', '--password-stdin'], /stdin for one option/],
  ])('without a terminal it wants %s', async (_what, args, said) => {
    const { code, stderr } = await runCli(args, env, 'piped\n');
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain('SECRET');
    expect(code).toBe(2);
  });

  it('wants an application, and a place to keep the session in, before it asks the platform', async () => {
    const { STREAMONE_APP_ID: _id, ...nobody } = env;
    const none = await runCli(['login', '--username', 'editor', '--password-stdin'], nobody, PASSWORD);
    expect(none.stderr).toMatch(/missing: the ID and the key of an application.*Set STREAMONE_APP_ID/);
    writeFileSync(join(home, 'state'), '');
    const nowhere = await login();
    expect(nowhere.stderr).toMatch(/sessions: expected a folder that can be written, given "ENOTDIR"/);
    expect([none.code, nowhere.code, server.journal.entries()]).toEqual([2, 2, []]);
  });
});

describe('a session', () => {
  it('is kept for as long as its last answer said', async () => {
    await login();
    const soon = Date.now() + 60_000;
    change({ expiresAt: soon });
    await whoami();
    expect(kept().expiresAt).toBeGreaterThan(soon + 3_000_000);
  });

  it('that has ended by the clock is told as that, and nothing is sent', async () => {
    await login();
    change({ expiresAt: Date.now() - 1 });
    server.journal.clear();
    const first = await runCli(['user', 'viewme'], env);
    expect(first.stderr).toMatch(/SESSION_NOT_FOUND.*nothing was sent[^]*run `streamone login`/);
    const second = await runCli(['user', 'viewme'], env);
    expect(second.stderr).toBe(`error: the session of "editor" at ${server.url} has ended; run \`streamone login\`\n`);
    expect([first.code, second.code, server.journal.entries()]).toEqual([4, 4, []]);
  });

  it('that the platform ended is told as that', async () => {
    await login();
    endAll();
    const { code, stderr } = await runCli(['user', 'viewme'], env);
    expect(stderr).toMatch(/status 282 SESSION_NOT_FOUND[^]*run `streamone login`/);
    expect([code, files('.session')]).toEqual([4, []]);
    const out = await runCli(['logout'], env);
    expect([out.code, out.stderr, files('')]).toEqual([
      0,
      `the session of editor at ${server.url} had ended already\n`,
      [],
    ]);
  });

  it('whose file others may read is refused', async () => {
    await login();
    chmodSync(sessionPath(), 0o644);
    const { code, stderr } = await runCli(['user', 'viewme'], env);
    expect(stderr).toMatch(/others may read .*chmod 600/);
    expect(code).toBe(1);
  });
});

describe('logout', () => {
  it('forgets the session also where the platform can not be told', async () => {
    await login();
    const remove = server.faults.add({ kind: 'reset', command: 'session' });
    const { code, stderr } = await runCli(['logout'], env);
    remove();
    expect(stderr).toMatch(/is forgotten here, and may live on there/);
    expect([code, files('')]).toEqual([69, []]);
    await login();
    const { STREAMONE_APP_PSK: _psk, ...keyless } = env;
    const all = await runCli(['logout', '--all'], keyless);
    expect(all.stderr).toMatch(/is forgotten here; the platform can't be told without the key of application/);
    expect([all.code, files('')]).toEqual([0, []]);
  });

  it('--all ends those of every profile', async () => {
    const config = join(home, 'config.toml');
    const { id, psk } = server.credentials.application;
    writeFileSync(
      config,
      `[profiles.work]\nurl = "${server.url}"\nauth = "application"\nid = "${id}"\npsk = "${psk}"\n`,
      { mode: 0o600 },
    );
    env = { HOME: home, XDG_STATE_HOME: join(home, 'state'), STREAMONE_CONFIG: config };
    await login('--profile', 'work');
    const none = await runCli(['logout'], env);
    expect(none.stderr).toBe('nobody is logged in\n');
    const all = await runCli(['logout', '--all'], env);
    expect([all.stderr, all.code, [...server.state.sessions]]).toEqual([`logged out editor at ${server.url}\n`, 0, []]);
  });
});

describe('on a terminal', () => {
  it('asks nobody for a name where no application is set', async () => {
    const { STREAMONE_APP_ID: _id, STREAMONE_APP_PSK: _psk, ...bare } = env;
    const { id, psk } = server.credentials.user;
    const terminal = openTerminal(['login'], { ...bare, STREAMONE_USER_ID: id, STREAMONE_USER_PSK: psk });
    try {
      const shown = await terminal.waitFor(/exit \d/);
      expect(shown).toMatch(/^error: missing: the ID and the key of an application, which[^]*exit 2/);
      expect(shown).not.toContain('Username');
    } finally {
      terminal.close();
    }
  });

  it('asks for name and password, and shows the password nowhere', async () => {
    mkdirSync(join(home, 'state'));
    const terminal = openTerminal(['login'], env);
    try {
      await terminal.waitFor(/Username/);
      terminal.type('editor');
      terminal.press('Enter');
      await terminal.waitFor(/Password of editor/);
      terminal.type(PASSWORD);
      terminal.press('Enter');
      const shown = await terminal.waitFor(/exit \d/);
      expect(shown).toMatch(/logged in as editor[^]*exit 0/);
      expect(shown).not.toContain(PASSWORD);
      expect(shown).not.toContain(PASSWORD.slice(0, 6));
      expect(shown).not.toMatch(/\*{3}/);
    } finally {
      terminal.close();
    }
  });

  it('is left by Ctrl-C, with nothing sent', async () => {
    const terminal = openTerminal(['login', '--username', 'editor'], env);
    try {
      await terminal.waitFor(/Password of editor/);
      terminal.press('C-c');
      expect(await terminal.waitFor(/exit \d+/)).toMatch(/interrupted\nexit 130/);
      expect([server.journal.entries(), files('')]).toEqual([[], []]);
    } finally {
      terminal.close();
    }
  });
});
