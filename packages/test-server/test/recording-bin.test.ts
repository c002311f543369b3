import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { recordingCommands } from '../src/command-line/recording-commands.js';
import { helpText } from '../src/command-line/texts.js';
import { startTestServer } from '../src/index.js';
import { filesOf, send, targetOf, tellStory, temporaryFolder } from './recording-story.js';

const NAME = 'streamone-test-server';
const bin = fileURLToPath(new URL('../bin/streamone-test-server.js', import.meta.url));
// The command runs what was built; the sources have no file for it.
const built = existsSync(new URL('../dist/command-line/index.js', import.meta.url));

interface Started {
  readonly process: ChildProcess;
  readonly url: string;
  readonly line: unknown;
  /** Waits for the end. */
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

async function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Started> {
  const child = spawn(process.execPath, [bin, ...args, '--json'], { env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Awaited<Started['ended']>>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.includes('\n')) resolve(stdout);
    });
    void ended.then(() => reject(new Error(`ended: ${stderr}`)));
  });
  return { process: child, ...(JSON.parse(line) as { url: string }), line: JSON.parse(line), ended };
}

function run(...args: string[]) {
  return spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', timeout: 10_000 });
}

test.skipIf(!built)('record, replay and drift, from end to end', async () => {
  const server = await startTestServer();
  onTestFinished(() => server.close());
  const folder = temporaryFolder();
  const keys = { STREAMONE_USER_PSK: server.credentials.user.psk };
  const recorder = await start(['record', '--target', server.url, '--output', folder, '--until-stdin-closes'], keys);
  expect(recorder.line).toEqual({ url: recorder.url, target: server.url, output: folder });
  await tellStory(recorder.url, server.credentials);
  const { user, account } = server.credentials;
  await send(recorder.url, { key: user, account, args: { title: `of ${user.psk}` } });
  recorder.process.stdin?.end();
  const { code, stdout, stderr } = await recorder.ended;
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout.trimEnd().split('\n')[1] ?? '')).toEqual({ recordings: 7, drift: [] });
  expect([...filesOf(folder).values()].join('\n')).toContain('of [masked secret 1]');

  const replay = await start(['replay', folder]);
  await tellStory(replay.url, server.credentials);
  expect(await send(replay.url, { key: user, account, args: { limit: '9' } })).toMatchObject({ status: 404 });
  replay.process.kill('SIGTERM');
  expect(await replay.ended).toMatchObject({ code: 0, stderr: expect.stringContaining('No recording of') as string });

  expect(run('drift', folder)).toMatchObject({ status: 0, stdout: 'Nothing differs from the catalogue.\n' });
});

test.skipIf(!built)('differences end drift with 1, and are told when a recorder stops', async () => {
  const target = await targetOf((_, response) =>
    response.end('{"header":{"status":0,"statusmessage":""},"body":null}'),
  );
  const folder = temporaryFolder();
  const recorder = await start(['record', '--target', target, '--output', join(folder, 'made')]);
  await send(recorder.url, { key: { id: 'u', psk: 'p' }, path: '/api/user/viewme' });
  recorder.process.kill('SIGINT');
  const { stdout } = await recorder.ended;
  const { drift } = JSON.parse(stdout.trimEnd().split('\n')[1] ?? '') as { drift: unknown[] };
  expect(drift.length).toBeGreaterThan(2);
  const { status, stdout: text } = run('drift', '--json', join(folder, 'made'));
  expect([status, JSON.parse(text)]).toEqual([1, drift]);
});

test.skipIf(!built)('a wrong command line: one line, exit code 2', () => {
  const { status, stdout, stderr } = run('record', '--target', 'http://a.test', '--output', 'x');
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^streamone-test-server: target: expected an https address.*\n$/) as string,
  });
});

test.each([
  ['record', [], '--target: expected the base URL of the API'],
  ['record', ['--target', 'https://a.test'], '--output: expected a folder'],
  ['record', ['x'], 'Unexpected argument'],
  ['replay', [], 'folder: expected one folder of recordings'],
  ['replay', ['/nowhere/at/all'], 'folder: expected a folder of recordings, given "/nowhere/at/all"'],
  ['replay', ['/nowhere', '--port', 'x'], '--port: expected a whole number'],
  ['drift', ['a', 'b'], 'folder: expected one folder of recordings, given "a b"'],
  ['drift', ['--bogus'], "Unknown option '--bogus'"],
] as const)('%s %j is refused', async (command, args, message) => {
  await expect(recordingCommands[command](args, NAME)).rejects.toThrow(message);
});

test.each(['record', 'replay', 'drift'] as const)('%s has a help', async (command) => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => written.mockRestore());
  await recordingCommands[command](['--help'], NAME);
  expect(written).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(`Usage: ${NAME} ${command}`));
  expect(helpText(NAME)).toContain(`\n  ${command} `);
});
