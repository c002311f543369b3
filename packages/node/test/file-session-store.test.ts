import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSessionStore } from '@streamone/node';
import { afterAll, describe, expect, test } from 'vitest';
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

  test('with half a file, or one of something else', async () => {
    const at = folder();
    const store = fileSessionStore({ folder: at });
    await store.save(storedSession('a'));
    const [file = ''] = readdirSync(at);
    for (const text of ['', '{"id":"a","key":"canary', '[]']) {
      writeFileSync(join(at, file), text);
      const error = await errorOf(store.load('a'));
      expect(error.message).toContain('holds no session; remove it');
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
      expect(error).toMatchObject({ name: 'StoreError' });
      expect(error.message).toMatch(/E(EXIST|NOTDIR) in /);
    }
  });
});
