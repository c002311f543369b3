import { afterAll, describe, expect, it } from 'vitest';
import { anybody, startPageServer } from './page-server.js';
import { CLI, type StartedRun, runCli, startProgram } from './run-cli.js';

const close: (() => void)[] = [];
afterAll(() => close.forEach((each) => each()));

async function start(
  options: Parameters<typeof startPageServer>[0],
  args: readonly string[],
): Promise<StartedRun & { readonly asked: () => number }> {
  const server = await startPageServer(options);
  close.push(() => server.close());
  const run = startProgram(process.execPath, [CLI, ...args], anybody(server.url));
  return { ...run, asked: server.asked };
}

async function until(what: () => boolean): Promise<void> {
  for (let tries = 0; !what(); tries += 1) {
    if (tries > 500) throw new Error('it never happened');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const row = (index: number): object => ({ id: `row-${index}` });

describe.each(['SIGINT', 'SIGTERM'] as const)('%s ends', (signal) => {
  it('a call that waits for its answer', async () => {
    const run = await start({ count: 1, row, silentFrom: 0 }, ['call', 'item/view']);
    await until(() => run.asked() === 1);
    run.child.kill(signal);
    const { code, stdout, stderr } = await run.end;
    expect([code, stdout]).toEqual([130, '']);
    expect(stderr).toMatch(/^interrupted: item\/view: the caller ended it.*\n$/);
  });

  it('the pages of a list, on whole lines', async () => {
    const args = ['call', 'a/b', '--paged', '--all', '--ndjson'];
    const run = await start({ count: 1e9, row, silentFrom: 3 }, args);
    await until(() => run.asked() > 3);
    run.child.kill(signal);
    const { code, stdout, stderr } = await run.end;
    expect(code).toBe(130);
    expect(stdout.split('\n')).toHaveLength(3 * 20 + 1);
    expect(stdout).toMatch(/"row-59"\}\n$/);
    expect(stderr).toMatch(/^interrupted/);
    expect(stderr).not.toContain('    at ');
  });
});

it('a wait before another attempt is ended too', async () => {
  const run = startProgram(
    process.execPath,
    [CLI, 'call', 'item/view', '--verbose', '--retry', '9', '--timeout', '60'],
    anybody('http://127.0.0.1:1'),
  );
  await run.wrote(/again in/);
  run.child.kill('SIGINT');
  expect((await run.end).code).toBe(130);
});

it('a command that waits for its stdin is ended', async () => {
  const open = startProgram(process.execPath, [CLI, 'call', 'a/b', '--json-args', '-'], {}, null);
  // More than a pipe holds: once it is written, it is being read.
  await new Promise((resolve) => open.child.stdin?.write(' '.repeat(1_000_000), resolve));
  open.child.kill('SIGINT');
  const { code, stderr } = await open.end;
  expect([code, stderr]).toEqual([130, 'interrupted\n']);
});

it('an interrupted write says that nobody knows whether it was carried out', async () => {
  const run = await start({ count: 1, row, silentFrom: 0 }, ['item', 'create', '--title', 'x']);
  await until(() => run.asked() === 1);
  run.child.kill('SIGINT');
  const { code, stderr } = await run.end;
  expect(code).toBe(130);
  expect(stderr).toMatch(/item\/create: .*whether it was carried out is not known/);
});

it('a time limit is told as one', async () => {
  const server = await startPageServer({ count: 1, row, silentFrom: 0 });
  close.push(() => server.close());
  const { code, stderr } = await runCli(['call', 'item/view', '--timeout', '0.2', '--retry', '0'], anybody(server.url));
  expect(stderr).toMatch(/no answer within 200 ms/);
  expect(code).toBe(69);
});
