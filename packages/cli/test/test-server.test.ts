import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer } from '@streamone/test-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI, type StartedRun, runCli, startProgram } from './run-cli.js';

interface Started {
  readonly url: string;
  readonly credentials: { readonly user: { readonly id: string; readonly psk: string }; readonly account: string };
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'streamone-test-server-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts it and waits for its line; it ends by a signal, or when its input does. */
async function start(...args: string[]): Promise<{ run: StartedRun; line: Started }> {
  const run = startProgram(process.execPath, [CLI, 'test-server', ...args, '--json'], {}, null);
  const line = await new Promise<string>((resolve, reject) => {
    run.child.stdout?.once('data', resolve);
    void run.end.then(({ stderr }) => reject(new Error(stderr)));
  });
  return { run, line: JSON.parse(line) as Started };
}

function envOf({ url, credentials: { user, account } }: Started): Record<string, string> {
  return {
    STREAMONE_API_URL: url,
    STREAMONE_USER_ID: user.id,
    STREAMONE_USER_PSK: user.psk,
    STREAMONE_DEFAULT_ACCOUNT_ID: account,
    STREAMONE_CONFIG: '/nowhere/config.toml',
  };
}

describe('test-server', () => {
  it('is a server to work with, explains what it refuses, and ends by Ctrl-C', async () => {
    const { run, line } = await start('--scenario', 'archive:3', '--explain');
    const env = envOf(line);
    const items = await runCli(['item', 'view', '--unset', 'archived', '--query', '$count($)'], env);
    expect(items).toEqual({ code: 0, stdout: '3\n', stderr: '' });
    await runCli(['item', 'view'], { ...env, STREAMONE_USER_PSK: 'wrong' });
    await run.wrote(/AUTHENTICATION_FAILED\n {2}The signature is wrong/);
    run.child.kill('SIGINT');
    expect((await run.end).code).toBe(0);
  });

  it('records, replays and tells drift', async () => {
    const server = await startTestServer();
    const output = join(folder, 'recordings');
    const recording = await start('record', '--target', server.url, '--output', output, '--until-stdin-closes');
    const env = { ...envOf({ ...server, url: recording.line.url }) };
    const first = await runCli(['item', 'view', '--limit', '2'], env);
    recording.run.child.stdin?.end();
    expect((await recording.run.end).code).toBe(0);
    await server.close();
    expect(readdirSync(output)).toHaveLength(1);
    const replaying = await start('replay', output, '--until-stdin-closes');
    const again = await runCli(['item', 'view', '--limit', '2'], { ...env, STREAMONE_API_URL: replaying.line.url });
    expect(again).toEqual(first);
    replaying.run.child.stdin?.end();
    const drift = await runCli(['test-server', 'drift', output, '--json']);
    expect(drift).toMatchObject({ code: 0, stderr: '' });
    expect((await replaying.run.end).code).toBe(0);
  });

  it.each([
    [['test-server', '--help'], 'Usage: streamone test-server [options]'],
    [['help', 'test-server'], 'Usage: streamone test-server [options]'],
    [['test-server', 'record', '--help'], 'Usage: streamone test-server record '],
    [['test-server', 'replay', '-h'], 'Usage: streamone test-server replay '],
  ])('%j is its own help', async (args, usage) => {
    expect(await runCli(args)).toEqual({ code: 0, stdout: expect.stringContaining(usage), stderr: '' });
  });

  it.each([
    [['--bogus'], "streamone test-server: Unknown option '--bogus'"],
    [['--port', 'x'], 'streamone test-server: --port: expected a whole number'],
    [['--scenario', './none.json'], 'expected a file that can be read'],
    [['drift', join(tmpdir(), 'streamone-none')], 'streamone test-server: '],
  ])('%j is refused, with 2', async (args, said) => {
    const run = await runCli(['test-server', ...args]);
    expect(run).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(said) });
  });

  it('a port that is taken: one line that says what to do', async () => {
    const server = await startTestServer();
    const run = await runCli(['test-server', '--port', new URL(server.url).port]);
    await server.close();
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(
      /^streamone test-server: listen EADDRINUSE: .*; give another port, as --port 0 for .*\n$/,
    );
  });

  it('is loaded by no other command', async () => {
    const NODE_DEBUG = 'module';
    const env = {
      STREAMONE_CONFIG: '/nowhere/config.toml',
      STREAMONE_USER_ID: 'a',
      STREAMONE_USER_PSK: 'b',
      NODE_DEBUG,
    };
    const loaded = async (...args: string[]): Promise<readonly string[]> => {
      const { stderr } = await runCli(args, env);
      return [...stderr.matchAll(/load ".*\/([a-z-]*(?:server|node-runtime|explain-|recording)[\w-]*\.js)"/g)].flatMap(
        ([, name]) => name ?? [],
      );
    };
    expect(await loaded('verify', '/api/api/info?api=3')).not.toEqual([]);
    const others = [
      ['sign', 'item/view'],
      ['link', 'embed', 'I'],
      ['test-server', '--version'],
      ['item', 'view', '--help'],
    ];
    const names = (await Promise.all(others.map((args) => loaded(...args)))).flat();
    expect(names.filter((name) => !/^(test-server-command|command-line)/.test(name))).toEqual([]);
  });
});
