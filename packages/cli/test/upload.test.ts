import {
  appendFileSync,
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
import { type TestServer, startTestServer } from '@streamone/test-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anybody } from './page-server.js';
import { CLI, type CliRun, type StartedRun, runCli, runProgram, startProgram } from './run-cli.js';
import { openTerminal } from './terminal.js';
import { type UploadSink, startUploadSink } from './upload-sink.js';

interface Row {
  readonly file: string;
  readonly status: string;
  readonly item: string | null;
  readonly title: string | null;
  readonly error: string | null;
}

const root = mkdtempSync(join(tmpdir(), 'streamone-upload-'));
/** More than a connection holds that nobody reads. */
const BIG = 40_000_000;
let folder: string;
let server: TestServer;
let sink: UploadSink;
let counter = 0;

beforeAll(async () => {
  [server, sink] = [await startTestServer(), await startUploadSink()];
});
afterAll(async () => {
  sink.close();
  await server.close();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  counter += 1;
  folder = join(root, String(counter));
  mkdirSync(folder);
  sink.habits.clear();
  sink.taken.length = 0;
  sink.begun.length = 0;
});

/** Makes a file in the folder of the test. */
function file(name: string, size = 1000): string {
  const path = join(folder, name);
  writeFileSync(path, Buffer.alloc(size, 'v'));
  return path;
}

const home = (): NodeJS.ProcessEnv => ({ HOME: folder, XDG_STATE_HOME: join(folder, 'state') });
const journal = (): string => join(folder, 'state', 'streamone', 'uploads.ndjson');
const real = (): NodeJS.ProcessEnv => ({
  STREAMONE_API_URL: server.url,
  STREAMONE_USER_ID: server.credentials.user.id,
  STREAMONE_USER_PSK: server.credentials.user.psk,
  STREAMONE_DEFAULT_ACCOUNT_ID: server.credentials.account,
  ...home(),
});
const upload = (...args: string[]): Promise<CliRun> => runCli(['upload', ...args], real());
const toSink = (...args: string[]): Promise<CliRun> => runCli(['upload', ...args], { ...anybody(sink.url), ...home() });
const startSinking = (...args: string[]): StartedRun =>
  startProgram(process.execPath, [CLI, 'upload', ...args], { ...anybody(sink.url), ...home() });
const rowsOf = ({ stdout }: CliRun): readonly Row[] => JSON.parse(stdout) as Row[];
const statuses = (run: CliRun): readonly string[] => rowsOf(run).map(({ status }) => status);

describe('what is wrong is told before anything is sent', () => {
  it('files that are missing, empty or none, all of them', async () => {
    const before = server.journal.entries().length;
    const { code, stdout, stderr } = await upload(
      file('a.mp4'),
      file('empty.mp4', 0),
      join(folder, 'none.mp4'),
      folder,
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/Nothing was sent/);
    expect(stderr).toMatch(/empty\.mp4: it is empty; .*none\.mp4: there is no such file; .*: it is a folder/);
    expect(stderr).not.toMatch(/expected|given/);
    expect(stderr).not.toContain('a.mp4:');
    expect(server.journal.entries()).toHaveLength(before);
  });

  it('a named pipe, without waiting for who writes to it', async () => {
    const pipe = join(folder, 'pipe.mp4');
    await runProgram('mkfifo', [pipe]);
    const { code, stderr } = await upload(pipe);
    expect(stderr).toMatch(/pipe\.mp4: it is no file/);
    expect(code).toBe(2);
  });

  it.each([
    [['--concurrency', '0'], '--concurrency'],
    [['--wait', 'soon'], '--wait'],
    [['--item', 'a', '--replace-item', 'b'], '--replace-item'],
    [['--state', '/nowhere/at/all'], '--state'],
    [['--query', '$('], '--query'],
  ])('%j', async (args, named) => {
    const { code, stderr } = await toSink(file('a.mp4'), ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(named);
    expect(sink.begun).toEqual([]);
  });

  it('one title for several files', async () => {
    const { code, stderr } = await toSink(file('a.mp4'), file('b.mp4'), '--title', 'x');
    expect([code, sink.begun]).toEqual([2, []]);
    expect(stderr).toContain('{name}');
  });
});

describe('a file', () => {
  it('becomes an item with what was told, and is waited for', async () => {
    const about = ['--title', 'A talk', '--description', 'About it', '--author', 'Eva'];
    const run = await upload(file('talk.mp4'), ...about, '--no-archived', '--wait');
    expect([run.code, rowsOf(run)]).toEqual([
      0,
      [
        {
          file: join(folder, 'talk.mp4'),
          status: 'playable',
          item: expect.any(String) as string,
          title: 'A talk',
          error: null,
        },
      ],
    ]);
    expect(run.stderr).toMatch(/talk\.mp4: uploading 1\.0 kB\n.*waiting until it can be played\n.*playable as /);
    const shown = await runCli(['item', 'view', '--item', rowsOf(run)[0]?.item ?? ''], real());
    expect(JSON.parse(shown.stdout)).toMatchObject([{ title: 'A talk', description: 'About it', author: 'Eva' }]);
  });

  it('is given to an item that there is, as its thumbnail', async () => {
    const [first] = rowsOf(await upload(file('talk.mp4')));
    const png = join(folder, 'still.png');
    writeFileSync(png, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    const run = await upload(png, '--item', first?.item ?? '', '--as', 'selected-thumbnail');
    expect([run.code, rowsOf(run)]).toMatchObject([0, [{ status: 'uploaded', item: first?.item, title: null }]]);
  });

  it('gives its item to a script', async () => {
    const { stdout, stderr } = await upload(file('talk.mp4'), '--raw', '--fields', 'item', '--quiet');
    expect(stdout).toMatch(/^[\w-]{12}\n$/);
    expect(stderr).toBe('');
  });
});

describe('several files', () => {
  it('go at once as far as the limit goes, titled after themselves', async () => {
    const names = ['a.mp4', 'b c.mp4', 'd.mp4', 'e.mp4', 'f.mp4'];
    for (const name of names) sink.habits.set(name, 'hold');
    const run = startSinking(
      ...names.map((name) => file(name)),
      '--title',
      'Lecture: {name}',
      '--concurrency',
      '2',
      '--ndjson',
    );
    await sink.until(() => sink.begun.length === 2);
    sink.habits.clear();
    sink.release();
    const { code, stdout } = await run.end;
    expect(code).toBe(0);
    expect(sink.most()).toBe(2);
    const titles = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as Row).title ?? '');
    expect(new Set(titles)).toEqual(new Set(['a', 'b c', 'd', 'e', 'f'].map((name) => `Lecture: ${name}`)));
  });

  it('end with the worst code; one that fails leaves the others alone', async () => {
    const [a, b, c] = [file('a.mp4'), file('b.mp4'), file('c.mp4')];
    sink.habits.set('a.mp4', 120).set('b.mp4', 7);
    const run = await toSink(a, b, c);
    expect(statuses(run)).toEqual(['failed', 'failed', 'uploaded']);
    expect(run.code).toBe(6);
    expect(run.stderr).toContain('a.mp4: failed: upload/file: status 120 ITEM_NOT_FOUND');
  });

  it('stop where all would meet the same end', async () => {
    const env = { ...real(), STREAMONE_USER_PSK: 'another-key-than-that-of-the-user' };
    const run = await runCli(['upload', file('a.mp4'), file('b.mp4'), '--concurrency', '1'], env);
    expect([run.code, ...statuses(run)]).toEqual([4, 'failed', 'not begun']);
    expect(run.stderr).toContain('run the same command again');
  });

  it('count once however often they are named', async () => {
    const a = file('a.mp4');
    expect(rowsOf(await toSink(a, a, join(folder, '.', 'a.mp4')))).toHaveLength(1);
    expect(sink.taken).toEqual(['a.mp4']);
  });
});

describe('what was uploaded', () => {
  it('is not uploaded again, unless it changed or that is asked for', async () => {
    const a = file('a.mp4');
    const first = rowsOf(await toSink(a));
    const again = await toSink(a);
    expect([again.code, rowsOf(again)]).toMatchObject([0, [{ status: 'skipped', item: first[0]?.item, title: null }]]);
    expect(first).toMatchObject([{ title: 'a' }]);
    const other = await toSink(a, '--title', 'Other', '--csv', '--fields', 'status,title');
    expect(other.stdout).toBe('status,title\nskipped,\n');
    expect(sink.taken).toHaveLength(1);
    expect(statuses(await toSink(a, '--again'))).toEqual(['uploaded']);
    expect(statuses(await toSink(a, '--no-state'))).toEqual(['uploaded']);
    expect(statuses(await toSink(a, '--account', 'other'))).toEqual(['uploaded']);
    expect(statuses(await toSink(a, '--item', 'other'))).toEqual(['uploaded']);
    appendFileSync(a, 'more');
    expect(statuses(await toSink(a))).toEqual(['uploaded']);
    expect(sink.taken).toHaveLength(6);
  });

  it('is kept where only this user reads it, without what gives leave', async () => {
    await toSink(file('a.mp4'));
    expect(statSync(journal()).mode & 0o777).toBe(0o600);
    expect(statSync(join(journal(), '..')).mode & 0o777).toBe(0o700);
    expect(readFileSync(journal(), 'utf8')).not.toMatch(/secret-token|a-pre-shared-key/);
  });

  it('is read past a line that a crash cut off', async () => {
    const a = file('a.mp4');
    await toSink(a);
    appendFileSync(journal(), '{"key":["/tmp/cut');
    expect(statuses(await toSink(a, file('b.mp4')))).toEqual(['skipped', 'uploaded']);
    expect(statuses(await toSink(a, join(folder, 'b.mp4')))).toEqual(['skipped', 'skipped']);
  });

  it('is kept nowhere where there is no place for it, which is told', async () => {
    const env = { ...anybody(sink.url), HOME: '/dev/null', XDG_STATE_HOME: '/dev/null/state' };
    const run = await runCli(['upload', file('a.mp4')], env);
    expect([run.code, ...statuses(run)]).toEqual([0, 'uploaded']);
    expect(run.stderr).toMatch(/^warning: what is uploaded can't be kept/);
  });
});

describe('an interruption', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s: the same command goes on with the rest', async (signal) => {
    const [a, b, c] = [file('a.mp4'), file('b.mp4', BIG), file('c.mp4')];
    sink.habits.set('b.mp4', 'hold');
    const run = startSinking(a, b, c, '--concurrency', '1');
    await sink.until(() => sink.begun.includes('b.mp4'));
    run.child.kill(signal);
    const stopped = await run.end;
    expect(stopped.code).toBe(130);
    expect(statuses(stopped)).toEqual(['uploaded', 'failed', 'not begun']);
    expect(stopped.stderr).toMatch(
      /1 of 3 are uploaded; to go on with the rest, run the same command again\ninterrupted\n$/,
    );
    sink.habits.clear();
    sink.taken.length = 0;
    const next = await toSink(a, b, c, '--concurrency', '1');
    expect([next.code, ...statuses(next)]).toEqual([0, 'skipped', 'uploaded', 'uploaded']);
    expect(sink.taken).toEqual(['b.mp4', 'c.mp4']);
  });

  it('once all was sent: whether it arrived is not known, and it is not sent again by itself', async () => {
    const a = file('a.mp4');
    sink.habits.set('a.mp4', 'silent');
    const run = startSinking(a);
    await sink.until(() => sink.taken.length === 1);
    run.child.kill('SIGKILL');
    await run.end;
    sink.habits.clear();
    const next = await toSink(a);
    expect([next.code, ...statuses(next)]).toEqual([7, 'doubtful']);
    expect(next.stderr).toContain('--again');
    expect(sink.taken).toHaveLength(1);
    expect(statuses(await toSink(a, '--again'))).toEqual(['uploaded']);
    expect(statuses(await toSink(a))).toEqual(['skipped']);
  });

  it('by a refusal: the platform does not have it, so that it is sent again', async () => {
    const a = file('a.mp4');
    sink.habits.set('a.mp4', 120);
    expect(statuses(await toSink(a))).toEqual(['failed']);
    sink.habits.clear();
    expect(statuses(await toSink(a))).toEqual(['uploaded']);
  });
});

describe('another run at the same moment', () => {
  it('leaves a file alone that is being uploaded, also with --again, and goes on with the others', async () => {
    const [a, b] = [file('a.mp4', BIG), file('b.mp4')];
    sink.habits.set('a.mp4', 'hold');
    const first = startSinking(a);
    await sink.until(() => sink.begun.includes('a.mp4'));
    const second = await toSink(a, b);
    expect([second.code, ...statuses(second)]).toEqual([7, 'doubtful', 'uploaded']);
    expect(second.stderr).toMatch(
      new RegExp(`a\\.mp4: doubtful: another run is uploading it \\(process ${first.child.pid} on `),
    );
    expect(statuses(await toSink(a, '--again'))).toEqual(['doubtful']);
    sink.release();
    expect(statuses(await first.end)).toEqual(['uploaded']);
    expect(statuses(await toSink(a))).toEqual(['skipped']);
    expect(sink.taken.toSorted()).toEqual(['a.mp4', 'b.mp4']);
    expect(readdirSync(join(journal(), '..'))).toEqual(['uploads.ndjson']);
  });

  it('does so too while the platform has not answered', async () => {
    const a = file('a.mp4');
    sink.habits.set('a.mp4', 'silent');
    const first = startSinking(a);
    await sink.until(() => sink.taken.length === 1);
    expect((await toSink(a)).stderr).toContain('another run is uploading it');
    first.child.kill('SIGKILL');
    await first.end;
    expect((await toSink(a)).stderr).toContain('the run ended before the platform answered');
  });

  it('uploads each file once, however many begin together', async () => {
    const names = ['a.mp4', 'b.mp4', 'c.mp4', 'd.mp4'].map((name) => file(name));
    await Promise.all([1, 2, 3, 4].map(() => toSink(...names)));
    expect(sink.taken.toSorted()).toEqual(['a.mp4', 'b.mp4', 'c.mp4', 'd.mp4']);
  });

  it('takes over what a run left that is no more', async () => {
    const a = file('a.mp4', BIG);
    sink.habits.set('a.mp4', 'hold');
    const first = startSinking(a);
    await sink.until(() => sink.begun.includes('a.mp4'));
    first.child.kill('SIGKILL');
    await first.end;
    sink.habits.clear();
    const next = await toSink(a);
    expect([next.code, ...statuses(next)]).toEqual([0, 'uploaded']);
    expect(readdirSync(join(journal(), '..'))).toEqual(['uploads.ndjson']);
  });
});

it('tells that a new item is archived, unless that was said, or a program reads it', async () => {
  const told = /the new item is archived: `streamone item view --archived`/;
  expect((await toSink(file('a.mp4'))).stderr).toMatch(told);
  expect((await toSink(file('b.mp4'), file('c.mp4'))).stderr).toContain('the 2 new items are archived');
  for (const more of [['--no-archived'], ['--archived'], ['--item', 'x'], ['--progress', 'json'], ['--quiet']]) {
    const { stderr } = await toSink(file('a.mp4'), '--again', ...more);
    expect(stderr).not.toContain('archived');
  }
});

describe('progress', () => {
  it('for a program: an event on each line', async () => {
    const { stderr, stdout } = await toSink(file('a.mp4', 2_000_000), '--progress', 'json', '--csv');
    const events = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; sent?: number; total?: number });
    expect([events[0]?.event, events.at(-1)?.event]).toEqual(['start', 'end']);
    expect(events.findLast(({ event }) => event === 'progress')).toMatchObject({
      sent: 2_000_000,
      total: 2_000_000,
    });
    expect(stdout).toMatch(/^file,status,item,title,error\n/);
  });

  it('on a terminal: a bar for each file and one for all, and the terminal as it was behind them', async () => {
    for (const name of ['first.mp4', 'second.mp4']) sink.habits.set(name, 'hold');
    const names = [file('first.mp4', 30_000_000), file('second.mp4', 40_000_000), file('third.mp4')];
    const terminal = openTerminal(['upload', ...names, '--concurrency', '2'], { ...anybody(sink.url), ...home() }, 110);
    try {
      // Whichever was opened first stands above the other.
      await terminal.waitFor(/first\.mp4.*░ +\d+ % .* of 30\.0 MB/);
      const shown = await terminal.waitFor(/second\.mp4.*░ +\d+ % .* of 40\.0 MB/);
      expect(shown).toMatch(/0 of 3 +█*░+ +\d+ % .* of 70\.0 MB/);
      await terminal.waitFor(/[MkB]+\/s/);
      sink.release();
      const end = await terminal.waitFor(/exit 0/);
      expect(end).toMatch(/first\.mp4: uploaded as item-\d+/);
      expect(end).not.toMatch(/[█░]/);
      expect(end).toMatch(/│ .*third\.mp4 +│ uploaded/);
    } finally {
      terminal.close();
    }
  });

  it('Ctrl-C ends the bars, and says how to go on', async () => {
    sink.habits.set('a.mp4', 'hold');
    const args = ['upload', file('a.mp4', 30_000_000), file('b.mp4'), '--concurrency', '1'];
    const terminal = openTerminal(args, { ...anybody(sink.url), ...home() }, 110);
    try {
      await terminal.waitFor(/a\.mp4.*░ +\d+ %/);
      terminal.press('C-c');
      const end = await terminal.waitFor(/exit 130/);
      expect(end).toMatch(/0 of 2 are uploaded; .*\ninterrupted/);
      expect(end).not.toMatch(/[█░]/);
    } finally {
      terminal.close();
    }
  });
});
