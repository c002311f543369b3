import { randomBytes } from 'node:crypto';
import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fileSessionStore } from '@streamone/node';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { sessionStoreSuite, storedSession } from '../../client/test/session-store-suite.ts';
import { errorOf } from '../../client/test/test-client.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'streamone-sessions-'));
  folders.push(made);
  return join(made, 'sessions');
};
afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true })));
const keys = randomBytes(32);

/** Lets another process save a session so often, and gives what it tells. */
async function otherProcess(at: string, times: number, limit = ''): Promise<string> {
  const child = fileURLToPath(new URL('file-store-child.mjs', import.meta.url));
  const session = JSON.stringify(storedSession('a'));
  const command = [process.execPath, child, at, session, String(times)];
  // The arguments of the shell are no part of the script, so that nothing has to be quoted.
  return (await promisify(execFile)('sh', ['-c', `${limit} exec "$@"`, 'sh', ...command])).stdout;
}

sessionStoreSuite('files', { create: () => fileSessionStore({ folder: folder() }) });
sessionStoreSuite('files, sealed', { create: () => fileSessionStore({ folder: folder(), keys }) });

describe('a folder of sessions', () => {
  test('belongs to its owner alone, and nothing is left of writing', async () => {
    const at = folder();
    const store = fileSessionStore({ folder: at });
    await Promise.all(Array.from({ length: 5 }, () => store.save(storedSession('a'))));
    await store.save(storedSession('b'));
    expect(statSync(at).mode & 0o777).toBe(0o700);
    const files = readdirSync(at);
    expect(files).toHaveLength(2);
    for (const file of files) expect(statSync(join(at, file)).mode & 0o777).toBe(0o600);
  });

  test('is read by another store on it', async () => {
    const at = folder();
    await fileSessionStore({ folder: at }).save(storedSession('a'));
    expect(await fileSessionStore({ folder: at }).load('a')).toMatchObject({ id: 'a' });
  });

  test('with a file that others may read: that is refused, with what to do', async () => {
    const at = folder();
    const store = fileSessionStore({ folder: at });
    await store.save(storedSession('a'));
    const [file = ''] = readdirSync(at);
    chmodSync(join(at, file), 0o644);
    expect((await errorOf(store.load('a'))).message).toMatch(
      /^the session store could not load: others may read .*chmod 600/,
    );
  });

  test('with a pipe, a link, or a file of somebody else in the place of a session', async () => {
    const at = folder();
    const store = fileSessionStore({ folder: at });
    await store.save(storedSession('a'));
    const [file = ''] = readdirSync(at);
    const path = join(at, file);
    const elsewhere = join(at, 'elsewhere');
    renameSync(path, elsewhere);
    symlinkSync(elsewhere, path);
    expect((await errorOf(store.load('a'))).message).toContain('is a link; remove it');
    rmSync(path);
    execFileSync('mkfifo', ['-m', '600', path]);
    expect((await errorOf(store.load('a'))).message).toContain('is no file');
    rmSync(path);
    renameSync(elsewhere, path);
    expect(await store.load('a')).toMatchObject({ id: 'a' });
    if (process.getuid?.() !== 0) return;
    chownSync(path, 65_534, 65_534);
    expect(await errorOf(store.load('a'))).toMatchObject({
      message: expect.stringContaining("somebody else's (user 65534)") as string,
      unreadable: true,
    });
  });

  test.skipIf(process.getuid === undefined)('that others may write to: nothing is kept there', async () => {
    const at = folder();
    mkdirSync(at);
    const store = fileSessionStore({ folder: at });
    for (const mode of [0o777, 0o770, 0o1777]) {
      chmodSync(at, mode);
      const error = await errorOf(store.save(storedSession('a')));
      expect(error.message).toMatch(/^the session store could not save: others may write to .*chmod 700/);
      expect(error).toMatchObject({ name: 'StoreError', unreadable: false });
      expect(readdirSync(at)).toEqual([]);
    }
    await fileSessionStore({ folder: join(at, 'own') }).save(storedSession('a'));
    chmodSync(at, 0o755);
    await store.save(storedSession('a'));
    expect(await store.load('a')).toMatchObject({ id: 'a' });
  });

  test('that two processes write to at once: each read finds one whole session', async () => {
    const at = folder();
    const store = fileSessionStore({ folder: at });
    await store.save(storedSession('a'));
    const other = { running: true };
    const end = otherProcess(at, 200).finally(() => (other.running = false));
    const seen = new Set<number | undefined>();
    for (let turn = 1; other.running; turn++) {
      await Promise.all([store.save(storedSession('a', { timeout: turn })), store.save(storedSession('b'))]);
      seen.add((await store.load('a'))?.timeout);
    }
    expect(await end).toBe('saved');
    expect(seen).not.toContain(undefined);
    expect(readdirSync(at)).toHaveLength(2);
  });

  test.skipIf(process.platform === 'win32')('on a disk that is full: told clearly, and nothing is lost', async () => {
    const at = folder();
    const store = fileSessionStore({ folder: at });
    await store.save(storedSession('a', { timeout: 5 }));
    // No file of more than no bytes: as far as a write goes on a disk that is full.
    const told = await otherProcess(at, 1, 'ulimit -f 0;');
    expect(JSON.parse(told)).toMatchObject({
      name: 'StoreError',
      message: `the session store could not save: EFBIG in ${at}`,
    });
    expect(told).not.toContain('canary');
    expect(await store.load('a')).toMatchObject({ timeout: 5 });
    expect(readdirSync(at)).toHaveLength(1);
  });

  test('keeps no session for ever that nobody came back for', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const at = folder();
      const store = fileSessionStore({ folder: at });
      await store.save({ ...storedSession('a'), timeout: 600 });
      writeFileSync(join(at, 'notes.txt'), '');
      vi.setSystemTime(Date.now() + 500_000);
      await store.save({ ...storedSession('b'), timeout: 600 });
      expect(await store.load('a')).toMatchObject({ id: 'a' });
      vi.setSystemTime(Date.now() + 200_000);
      await store.save({ ...storedSession('b'), timeout: 600 });
      expect(await store.load('a')).toBeUndefined();
      expect(readdirSync(at)).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  test('with half a file, or one of something else', async () => {
    const at = folder();
    const store = fileSessionStore({ folder: at });
    await store.save(storedSession('a'));
    const [file = ''] = readdirSync(at);
    for (const text of ['', '{"id":"a","key":"canary', '[]']) {
      writeFileSync(join(at, file), text);
      const error = await errorOf(store.load('a'));
      expect(error.message).toContain('holds no session; remove it');
      expect(error).toMatchObject({ unreadable: true });
      expect(error.message).not.toContain('canary');
    }
  });

  test('sealed: shows nothing, and opens by its keys alone', async () => {
    const at = folder();
    await fileSessionStore({ folder: at, keys }).save(storedSession('a'));
    const [file = ''] = readdirSync(at);
    expect(readFileSync(join(at, file), 'utf8')).not.toMatch(/canary|Us1/);
    expect((await errorOf(fileSessionStore({ folder: at }).load('a'))).message).toContain('holds no session');
    expect((await errorOf(fileSessionStore({ folder: at, keys: randomBytes(32) }).load('a'))).message).toContain(
      'not by a key',
    );
  });

  test('that is none', async () => {
    const at = folder();
    writeFileSync(at, '');
    const store = fileSessionStore({ folder: at });
    for (const act of [() => store.save(storedSession('a')), () => store.load('a')]) {
      const error = await errorOf(act());
      expect(error).toMatchObject({ name: 'StoreError', unreadable: false });
      expect(error.message).toMatch(/E(EXIST|NOTDIR) in /);
    }
  });
});
