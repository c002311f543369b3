import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Profile } from '../src/config/config.js';
import { arrangeArguments, namedCommand, namedProfile } from '../src/program/named-command.js';
import type { GlobalOptions } from '../src/program/global-options.js';
import { resolveSettings } from '../src/program/resolve-settings.js';
import type { Settings } from '../src/program/settings.js';
import { runCli } from './run-cli.js';

const WORK: Profile = {
  url: 'https://profile.example',
  auth: 'user',
  id: 'profile-user',
  psk: 'profile-key',
  account: ['profile-account'],
  timezone: 'Europe/Paris',
  timeout: 5,
  retry: 1,
  actions: ['./mine.ts'],
};
const OTHER: Profile = { auth: 'application', id: 'app', psk: 'app-key', customer: 'profile-customer', insecure: true };
const USER = { STREAMONE_USER_ID: 'env-user', STREAMONE_USER_PSK: 'env-key' };

interface Given {
  readonly options?: GlobalOptions;
  readonly env?: Record<string, string>;
  readonly defaultProfile?: string;
  readonly psk?: string;
}

function settings({ options = {}, env = {}, defaultProfile = 'work', psk }: Given): Settings {
  const profiles = new Map([
    ['work', WORK],
    ['other', OTHER],
  ]);
  return resolveSettings({ options, env, config: { defaultProfile, profiles }, path: '/etc/s1/config.toml', psk });
}

/** What is chosen, and where from: `value (from)`. */
const told = (of: Settings): Record<string, string> =>
  Object.fromEntries(of.stories.map(({ name, chosen }) => [name, chosen ? `${chosen.value} (${chosen.from})` : '–']));

const PROFILE = 'profile "work"';

describe('option before environment before profile before default', () => {
  const cases: readonly [name: string, given: Given, expected: Record<string, string>][] = [
    ['the profile', {}, { url: `https://profile.example (${PROFILE})`, timezone: `Europe/Paris (${PROFILE})` }],
    ['the profile, its path', {}, { actions: `/etc/s1/mine.ts (${PROFILE})`, timeout: `5 s (${PROFILE})` }],
    [
      'the environment',
      { env: { STREAMONE_API_URL: 'env.example', STREAMONE_ACTIONS: '/a.js:/b.js' } },
      { url: 'env.example (STREAMONE_API_URL)', actions: '/a.js:/b.js (STREAMONE_ACTIONS)' },
    ],
    [
      'an empty variable counts for nothing',
      { env: { STREAMONE_API_URL: '' } },
      { url: `https://profile.example (${PROFILE})` },
    ],
    [
      'an option',
      { options: { url: 'opt.example', timeout: '1.5', retry: '0' }, env: { STREAMONE_API_URL: 'env.example' } },
      { url: 'opt.example (--url)', timeout: '1.5 s (--timeout)', retry: '0 (--retry)' },
    ],
    ['a default', { options: { profile: 'other' } }, { url: 'https://api.streamonecloud.net (the platform)' }],
    [
      'a profile by option',
      { options: { profile: 'other' }, env: { STREAMONE_PROFILE: 'work' } },
      { profile: 'other (--profile)' },
    ],
    [
      'a profile by variable',
      { env: { STREAMONE_PROFILE: 'other' } },
      { profile: 'other (STREAMONE_PROFILE)', insecure: 'true (profile "other")' },
    ],
    ['an account of the profile', {}, { 'account or customer': `profile-account (${PROFILE})` }],
    [
      'an account of the environment beats a customer of the profile',
      { options: { profile: 'other' }, env: { STREAMONE_DEFAULT_ACCOUNT_ID: 'a' } },
      { 'account or customer': 'a (STREAMONE_DEFAULT_ACCOUNT_ID)' },
    ],
    [
      'a customer of an option beats an account of the environment',
      { options: { customer: 'c' }, env: { STREAMONE_DEFAULT_ACCOUNT_ID: 'a' } },
      { 'account or customer': 'customer c (--customer)' },
    ],
    ['no account, when that is said', { options: { account: '' } }, { 'account or customer': 'none (--account)' }],
    [
      'the actor of the profile',
      {},
      { auth: `user (${PROFILE})`, id: `profile-user (${PROFILE})`, psk: `[secret] (${PROFILE})` },
    ],
    [
      'the actor of the environment, with its own key',
      { env: USER },
      { auth: 'user (STREAMONE_USER_ID)', id: 'env-user (STREAMONE_USER_ID)', psk: '[secret] (STREAMONE_USER_PSK)' },
    ],
    [
      'a key of the environment for the actor of the profile',
      { env: { STREAMONE_USER_PSK: 'k' } },
      { id: `profile-user (${PROFILE})`, psk: '[secret] (STREAMONE_USER_PSK)' },
    ],
    ['a key from stdin before all', { env: USER, psk: 'k' }, { psk: '[secret] (--psk-stdin)' }],
  ];

  it.each(cases)('%s', (_name, given, expected) => {
    expect(told(settings(given))).toMatchObject(expected);
  });

  it('is told with what it is stronger than', () => {
    const { stories } = settings({ options: { url: 'opt' }, env: { STREAMONE_API_URL: 'env' } });
    expect(stories.find(({ name }) => name === 'url')?.shadowed.map(({ value }) => value)).toEqual([
      'env',
      'https://profile.example',
      'https://api.streamonecloud.net',
    ]);
  });

  it('never tells a key', () => {
    const text = JSON.stringify(settings({ env: USER, psk: 'stdin-key' }).stories);
    for (const key of ['env-key', 'stdin-key', 'profile-key']) expect(text).not.toContain(key);
  });
});

describe('what is missing or not clear', () => {
  it.each([
    ['nobody is told', {}, /STREAMONE_USER_ID, or a profile/],
    ['a key is missing', { STREAMONE_APP_ID: 'a' }, /STREAMONE_APP_PSK/],
    ['two are told', { ...USER, STREAMONE_APP_ID: 'a' }, /since both STREAMONE_USER_ID and STREAMONE_APP_ID are set/],
    ['an unknown kind', { STREAMONE_AUTH_TYPE: 'robot' }, /STREAMONE_AUTH_TYPE: expected "user" or "application"/],
  ])('%s: only a command that signs fails', (_name, env, said) => {
    const sources = { options: {}, env, config: { profiles: new Map() }, path: undefined };
    const { credentials, problem } = resolveSettings(sources);
    expect(credentials).toBeUndefined();
    expect(problem?.message).toMatch(said);
  });

  it('the key of a profile is not taken for somebody else', () => {
    const { problem } = settings({ env: { STREAMONE_USER_ID: 'somebody-else' } });
    expect(problem?.message).toContain('STREAMONE_USER_PSK');
  });

  it.each([
    ['both scopes', { account: 'a', customer: 'c' }, /either --account or --customer/],
    ['no number of seconds', { timeout: 'soon' }, /--timeout: expected a number of seconds/],
    ['no number of attempts', { retry: '-1' }, /--retry: expected a whole number/],
    ['an unknown profile', { profile: 'nope' }, /--profile: expected one of the profiles work, other, given "nope"/],
  ])('%s: refused', (_name, options: GlobalOptions, said) => {
    expect(() => settings({ options })).toThrow(said);
  });
});

describe('the words of the command line', () => {
  it.each([
    [['item', 'view', '--limit', '5'], { name: 'item', next: 'view', help: false }],
    [['help', 'item'], { name: 'item', next: undefined, help: true }],
    [['call', '--', '--help'], { name: 'call', next: undefined, help: false }],
    [['--help'], { name: undefined, next: undefined, help: true }],
    [[], { name: undefined, next: undefined, help: true }],
  ])('%j', (args, expected) => {
    expect(namedCommand(args)).toEqual(expected);
  });

  it.each([
    [
      ['--profile', 'x', 'item', 'view'],
      ['item', 'view', '--profile', 'x'],
    ],
    [
      ['--json', '--url=u', 'call', 'a/b', '--', '--c'],
      ['call', 'a/b', '--json', '--url=u', '--', '--c'],
    ],
    [
      ['--profile', 'x'],
      ['--profile', 'x'],
    ],
    [
      ['--unknown', 'item'],
      ['--unknown', 'item'],
    ],
    [
      ['item', 'view'],
      ['item', 'view'],
    ],
  ])('%j is %j', (args, expected) => {
    expect(arrangeArguments(args)).toEqual(expected);
  });

  it('name a profile', () => {
    expect(namedProfile(['a', '--profile', 'x', '--profile=y'])).toBe('y');
    expect(namedProfile(['a', '--', '--profile', 'x'])).toBeUndefined();
  });
});

describe('in a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streamone-settings-'));
  const STREAMONE_CONFIG = join(folder, 'config.toml');
  const fixture = new URL('fixtures/own-actions.ts', import.meta.url).pathname;
  writeFileSync(STREAMONE_CONFIG, `[profiles.mine]\nurl = "127.0.0.1:1"\nactions = ["${fixture}"]\n`, { mode: 0o600 });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('a profile declares actions, which are commands then', async () => {
    const help = await runCli(['--profile', 'mine', 'category', 'view', '--help'], { STREAMONE_CONFIG });
    expect(help.stdout).toContain('--searchtitle <text>');
    const without = await runCli(['category', 'view', '--help'], { STREAMONE_CONFIG });
    expect(without.stderr).toContain("unknown command 'category'");
  });

  it('config show tells all, also without credentials', async () => {
    const { stdout, code } = await runCli(['config', 'show', '--profile', 'mine'], { STREAMONE_CONFIG });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toContainEqual({
      setting: 'url',
      value: '127.0.0.1:1',
      source: 'profile',
      from: 'profile "mine"',
      shadowed: [{ value: 'https://api.streamonecloud.net', source: 'default', from: 'the platform' }],
    });
  });

  it('a broken module is a warning for help, and an error for what would use it', async () => {
    const env = { STREAMONE_CONFIG: '/nowhere/c.toml', STREAMONE_ACTIONS: '/nowhere/actions.js' };
    const [help, version, used] = await Promise.all([
      runCli(['--help'], env),
      runCli(['--version'], env),
      runCli(['item', 'view'], env),
    ]);
    expect([help.code, version.code, used.code]).toEqual([0, 0, 2]);
    expect(help.stderr).toMatch(/^warning: STREAMONE_ACTIONS: /);
    expect(version.stderr).toBe('');
    expect(used.stderr).toMatch(/^error: STREAMONE_ACTIONS: .*can't be loaded/);
  });

  it('plain HTTP elsewhere is permitted by --insecure', async () => {
    const env = { STREAMONE_CONFIG: '/nowhere/c.toml', STREAMONE_USER_ID: 'u', STREAMONE_USER_PSK: 'p' };
    const args = ['api', 'info', '--url', 'http://host.invalid', '--retry', '0'];
    const [refused, tried] = await Promise.all([runCli(args, env), runCli([...args, '--insecure'], env)]);
    expect([refused.code, tried.code]).toEqual([2, 69]);
  });
});
