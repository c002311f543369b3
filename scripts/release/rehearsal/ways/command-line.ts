import { equal, ok, rejects } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { runCommand } from '../../run-command.ts';
import { plainEnvironment } from '../environments.ts';
import type { Rehearsal } from '../perform.ts';

interface Started {
  readonly url: string;
  readonly credentials: { readonly user: { readonly id: string; readonly psk: string }; readonly account: string };
}

/** The command, installed for everybody, against a test server that it starts itself. */
export const commandLine: Rehearsal = {
  name: 'the command line, installed globally',
  async run({ folder, registry, version }) {
    const [home, prefix] = [join(folder, 'cli-home'), join(folder, 'cli-global')];
    mkdirSync(home);
    // Where npm installs globally it reads no .npmrc of a project.
    const flags = ['--global', '--no-audit', '--no-fund', `--prefix=${prefix}`, `--@streamone:registry=${registry}`];
    const own = plainEnvironment();
    await runCommand('npm', ['install', ...flags, `@streamone/cli@${version}`], { cwd: home, env: own });
    const streamone = join(prefix, 'bin/streamone');
    const xdg = { XDG_CONFIG_HOME: undefined, XDG_STATE_HOME: undefined, XDG_CACHE_HOME: undefined };
    const env = { ...own, HOME: home, ...xdg };
    const bare = (...args: readonly string[]): Promise<string> => runCommand(streamone, args, { cwd: home, env });
    equal(await bare('--version'), `streamone ${version} (unofficial, not affiliated with the vendor)\n`);
    equal(await bare('test-server', '--version'), `${version} (unofficial, not affiliated with the vendor)\n`);
    ok(existsSync(join(prefix, 'share/man/man1/streamone.1')), 'the man page is not installed');

    const args = ['test-server', '--port', '0', '--json', '--until-stdin-closes'];
    const server = spawn(streamone, args, { cwd: home, env, stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
      const { url, credentials } = JSON.parse(line) as Started;
      const set = {
        STREAMONE_API_URL: url,
        STREAMONE_USER_ID: credentials.user.id,
        STREAMONE_USER_PSK: credentials.user.psk,
        STREAMONE_DEFAULT_ACCOUNT_ID: credentials.account,
      };
      const ask = (...words: readonly string[]): Promise<string> =>
        runCommand(streamone, words, { cwd: home, env: { ...env, ...set } });
      const rows = async (...words: readonly string[]): Promise<number> =>
        (JSON.parse(await ask('item', 'view', ...words)) as readonly unknown[]).length;
      equal(await rows('--itemtype', 'video', '--limit', '3'), 3);
      const before = await rows('--all', '--limit', '8');
      ok(before > 8, `only ${before} items`);
      const title = 'Één avond: 夜の音楽 🎬';
      const id = (
        await ask('item', 'create', '--title', title, '--itemtype', 'video', '--query', 'id', '--raw')
      ).trim();
      equal((await ask('item', 'view', '--item', id, '--query', 'title', '--raw')).trim(), title);
      equal(await rows('--all', '--limit', '8'), before + 1);
      await rejects(
        ask('item', 'create', '--livestream', 'there-is-none'),
        /ended with [1-9]\d*\n[^]*LIVESTREAM_NOT_FOUND/,
      );
    } finally {
      server.stdin.end();
      if (server.exitCode === null) await once(server, 'exit');
    }
    return `streamone ${version}`;
  },
};
