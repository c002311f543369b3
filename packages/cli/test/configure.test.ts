import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestServer, startTestServer } from '@streamone/test-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLI, runCli, runProgram } from './run-cli.js';
import { openTerminal } from './terminal.js';

let server: TestServer;
let home: string;
let path: string;
let env: Record<string, string>;
const homes: string[] = [];

beforeAll(async () => {
  server = await startTestServer();
});

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'streamone-home-'));
  homes.push(home);
  path = join(home, '.config', 'streamone', 'config.toml');
  env = { HOME: home };
});

afterAll(async () => {
  for (const each of homes) rmSync(each, { recursive: true, force: true });
  await server.close();
});

const config = (): string => readFileSync(path, 'utf8');
const mode = (of: string): string => (statSync(of).mode & 0o777).toString(8);

/** Makes a profile without asking. */
function configure(name: string, ...more: string[]): ReturnType<typeof runCli> {
  const { id, psk } = server.credentials.user;
  const args = ['configure', '--profile', name, '--url', server.url, '--auth', 'user', '--id', id, '--psk-stdin'];
  return runCli([...args, '--account', server.credentials.account, ...more], env, `${psk}\n`);
}

function keep(text: string, permissions = 0o600): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode: permissions });
}

describe('without a terminal', () => {
  it('makes a profile that works, in a file that nobody else can read', async () => {
    const { code, stdout, stderr } = await configure('ci');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('user editor is known');
    expect(stderr).not.toContain(server.credentials.user.psk);
    expect([mode(path), mode(dirname(path))]).toEqual(['600', '700']);
    const items = await runCli(['item', 'view', '--limit', '2'], env);
    expect(JSON.parse(items.stdout)).toHaveLength(2);
  });

  it('makes a new profile for the address that the environment names, and leaves that of an old one', async () => {
    const { id, psk } = server.credentials.user;
    const elsewhere = { ...env, STREAMONE_API_URL: server.url };
    const args = ['configure', '--profile', 'here', '--auth', 'user', '--id', id, '--psk-stdin'];
    const { code, stderr } = await runCli(args, elsewhere, `${psk}\n`);
    expect([code, stderr]).toEqual([0, expect.stringContaining(`is known at ${server.url}`)]);
    expect(config()).toContain(`url = "${server.url}"`);
    const changed = await runCli(['configure', '--profile', 'here', '--timezone', 'UTC', '--no-check'], {
      ...env,
      STREAMONE_API_URL: 'http://127.0.0.1:9',
    });
    expect([changed.code, config()]).toEqual([0, expect.stringContaining(`url = "${server.url}"`)]);
  });

  it('suggests what works: with an account where none is kept', async () => {
    const { psk } = server.credentials.user;
    expect((await configure('default')).stderr).toMatch(/^try: streamone item view$/m);
    const args = ['configure', '--profile', 'bare', '--url', server.url, '--id', server.credentials.user.id];
    const bare = await runCli([...args, '--auth', 'user', '--psk-stdin'], env, psk);
    expect(bare.stderr).toMatch(/^try: streamone item view --account ID --profile bare$/m);
  });

  it('keeps nothing that does not work, unless told to', async () => {
    const args = ['configure', '--url', server.url, '--id', server.credentials.user.id, '--psk-stdin'];
    const refused = await runCli(args, env, 'a-wrong-key');
    expect(refused.stderr).toContain('AUTHENTICATION_FAILED');
    expect(refused.code).toBe(4);
    expect(() => config()).toThrow('ENOENT');
    const account = await configure('ci', '--account', 'nosuchaccount');
    expect(account.code).toBe(6);
    const unchecked = await runCli([...args, '--no-check'], env, 'a-wrong-key');
    expect(unchecked.code).toBe(0);
    expect(config()).toContain('a-wrong-key');
  });

  it.each([
    ['asks for what is missing by its option', ['configure'], /--auth, --id and --psk-stdin/],
    ['takes no key from the command line', ['configure', '--psk', 'KEY'], /--psk: expected no key on the command line/],
    ['refuses a name that needs quotes', ['configure', '--profile', 'a b'], /--profile: expected a name of letters/],
    ['refuses plain HTTP', ['configure', '--url', 'http://example.org', '--id', 'u'], /https address/],
    ['refuses an unknown kind', ['configure', '--auth', 'robot'], /Allowed choices are user, application/],
  ])('%s', async (_name, args, said) => {
    const { code, stderr } = await runCli(args, env);
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain('KEY');
    expect(code).toBe(2);
  });

  it('changes what is given and keeps the rest, comments included', async () => {
    await configure('ci');
    keep(`# mine\n${config()}\n# below\n[profiles.other]\nurl = "https://other.example" # theirs\n`);
    const { code } = await runCli(['configure', '--profile', 'ci', '--timezone', 'Europe/Paris', '--no-check'], env);
    expect(code).toBe(0);
    expect(config()).toContain('# mine\n');
    expect(config()).toContain('url = "https://other.example" # theirs');
    expect(config()).toContain('timezone = "Europe/Paris"');
    expect(config()).toContain(server.credentials.user.psk);
    expect(mode(path)).toBe('600');
  });

  it('loses no change of several programs at once', async () => {
    const names = Array.from({ length: 6 }, (_, index) => `p${index}`);
    const runs = await Promise.all(names.map((name) => configure(name, '--no-check')));
    expect(runs.map(({ code }) => code)).toEqual(names.map(() => 0));
    const list = await runCli(['config', 'list', '--query', 'profile', '--raw'], env);
    expect(list.stdout.trim().split('\n').toSorted()).toEqual(names);
    expect(readdirSync(dirname(path))).toEqual(['config.toml']);
  });

  it('leaves the old file whole when the disk is full', async () => {
    await configure('ci');
    const before = config();
    // No file may grow beyond nothing, which is what a full disk comes to.
    const command = `ulimit -f 0; trap '' XFSZ; '${process.execPath}' '${CLI}' config use ci`;
    const { code, stderr } = await runProgram('bash', ['-c', command], { ...env, NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(stderr).toMatch(/config\.toml: expected a file that can be written, given "EFBIG".*Nothing was changed/);
    expect(code).toBe(2);
    expect(config()).toBe(before);
    expect(readdirSync(dirname(path))).toEqual(['config.toml']);
  });
});

describe('the file', () => {
  it.each([
    ['/tmp', 'a folder'],
    ['/dev/null', 'a device'],
  ])('is no %s, and no mode of that is to be changed', async (other, what) => {
    const { code, stderr } = await runCli(['config', 'list'], { ...env, STREAMONE_CONFIG: other });
    expect(stderr).toBe(`error: ${other}: expected a file, given "${what}".\n`);
    expect(code).toBe(2);
  });

  it.each([
    ['that others can read', 'x', 0o644, /mode 0644.*chmod 600/],
    ['that is no TOML', 'psk = "SECRET\n', 0o600, /config\.toml:1: expected TOML/],
    [
      'with an unknown key',
      '[profiles.a]\nurl = "x"\nusr = "SECRET"\n',
      0o600,
      /config\.toml:3: expected one of the keys/,
    ],
    [
      'with a value of the wrong kind',
      '[profiles.a]\nretry = "SECRET"\n',
      0o600,
      /:2: expected retry = a whole number/,
    ],
    ['with an unknown table', '[profile.a]\npsk = "SECRET"\n', 0o600, /:1: expected default_profile and \[profiles/],
    ['with half of an actor', '[profiles.a]\nid = "u"\n', 0o600, /expected auth and id together/],
    [
      'whose default is missing',
      'default_profile = "b"\n[profiles.a]\n',
      0o600,
      /expected one of the profiles a, given "b"/,
    ],
  ])('%s is refused, its content untold', async (_name, text, permissions, said) => {
    keep(text, permissions);
    const { code, stderr } = await runCli(['api', 'info'], env);
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain('SECRET');
    expect(code).toBe(2);
  });

  it('does not keep help from being shown when it is broken', async () => {
    keep('broken', 0o600);
    const { code, stdout, stderr } = await runCli(['item', 'view', '--help'], env);
    expect(stdout).toContain('Usage: streamone item view');
    expect(stderr).toMatch(/^warning: .*config\.toml/);
    expect(code).toBe(0);
  });

  it('need not be there, nor a home', async () => {
    const nowhere = await runCli(['api', 'info'], { HOME: '/nowhere/at/all' });
    expect(nowhere.stderr).toMatch(
      /^error: missing: credentials \(STREAMONE_USER_ID, or a profile\)\. `streamone configure`/,
    );
    const { user } = server.credentials;
    const found = { STREAMONE_API_URL: server.url, STREAMONE_USER_ID: user.id, STREAMONE_USER_PSK: user.psk };
    const done = await runCli(['user', 'viewme'], { ...found, HOME: '/nowhere/at/all' });
    expect(done.code).toBe(0);
  });

  it('says where it could not be written', async () => {
    const file = join(home, 'a-file');
    writeFileSync(file, '');
    env = { HOME: file };
    const { code, stderr } = await configure('ci', '--no-check');
    expect(stderr).toMatch(/config\.toml: expected a file that can be written, given "ENOTDIR"/);
    expect(code).toBe(2);
  });

  it('is changed by config use and config remove', async () => {
    await configure('one', '--no-check');
    await configure('two', '--no-check');
    const used = ['config', 'list', '--raw', '--query', '$[used].profile'];
    expect((await runCli(used, env)).stdout).toBe('one\n');
    await runCli(['config', 'use', 'two'], env);
    expect((await runCli(used, env)).stdout).toBe('two\n');
    await runCli(['config', 'remove', 'two'], env);
    expect(config()).not.toContain('two');
    const gone = await runCli(['config', 'use', 'two'], env);
    expect(gone.stderr).toContain('expected one of the profiles one, given "two"');
    expect((await runCli(['config', 'path'], env)).stdout).toBe(`${path}\n`);
  });
});

describe('on a terminal', () => {
  it('asks, hides the key, checks, offers what it found, and keeps it', async () => {
    const terminal = openTerminal(['configure', '--profile', 'work'], env);
    const { id, psk } = server.credentials.user;
    try {
      await terminal.waitFor(/Address of the API/);
      terminal.type(server.url);
      terminal.press('Enter');
      await terminal.waitFor(/Who signs\?.*\n.*a user/);
      terminal.press('Enter');
      await terminal.waitFor(/ID of the user/);
      terminal.type(id);
      terminal.press('Enter');
      await terminal.waitFor(/Pre-shared key/);
      terminal.type('a-wrong-key');
      terminal.press('Enter');
      await terminal.waitFor(/AUTHENTICATION_FAILED[^]*enter them again/);
      terminal.press('Enter');
      // All but the key is offered again.
      for (const question of ['Address of the API', 'Who signs', 'ID of the user', 'Pre-shared key']) {
        await terminal.waitFor(new RegExp(`(${question}[^]*){2}`));
        if (question === 'Pre-shared key') terminal.type(psk);
        terminal.press('Enter');
      }
      // A customer is offered, and not taken by whoever only presses Enter: most actions need an account.
      await terminal.waitFor(/user editor is known[^]*Where to act\?[^]*❯ an account, by its ID[^]*Studio Zuidwester/);
      terminal.press('Enter');
      await terminal.waitFor(/ID of the account/);
      terminal.type(server.credentials.account);
      terminal.press('Enter');
      const shown = await terminal.waitFor(/exit 0/);
      expect(shown).toContain('profile "work" is kept');
      expect(shown).not.toContain(psk);
      expect(shown).not.toContain('a-wrong-key');
      expect(config()).toContain(psk);
      expect(config()).toContain('[profiles.work]');
      expect(config()).toContain(`account = "${server.credentials.account}"`);
    } finally {
      terminal.close();
    }
  });

  it('leaves everything as it was on Ctrl-C', async () => {
    await configure('ci', '--no-check');
    const before = config();
    const terminal = openTerminal(['configure', '--profile', 'ci'], env);
    try {
      await terminal.waitFor(/Address of the API/);
      terminal.press('Enter');
      await terminal.waitFor(/Who signs/);
      terminal.press('C-c');
      const shown = await terminal.waitFor(/exit \d+/);
      expect(shown).toMatch(/interrupted\nexit 130/);
      expect(shown).not.toContain('    at ');
      expect(config()).toBe(before);
    } finally {
      terminal.close();
    }
  });
});
