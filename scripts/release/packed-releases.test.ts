import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packedReleases } from './packed-releases.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'streamone-packed-'));
  mkdirSync(join(folder, 'from/package'), { recursive: true });
  mkdirSync(join(folder, 'release'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function pack(file: string, manifest: object): void {
  writeFileSync(join(folder, 'from/package/package.json'), JSON.stringify(manifest));
  spawnSync('tar', ['-czf', join(folder, 'release', file), '-C', join(folder, 'from'), 'package']);
}

test('what is published is what the tarballs say, whatever they are called', async () => {
  const core = { name: '@streamone/core', version: '1.2.3' };
  const client = { name: '@streamone/client', version: '1.2.3', dependencies: { '@streamone/core': '1.2.3' } };
  pack('b.tgz', core);
  pack('a.tgz', client);
  expect(await packedReleases(join(folder, 'release'))).toEqual([
    { tarball: join(folder, 'release/a.tgz'), manifest: client },
    { tarball: join(folder, 'release/b.tgz'), manifest: core },
  ]);
});

test('a folder with anything else in it, or with nothing, is refused', async () => {
  await expect(packedReleases(join(folder, 'release'))).rejects.toThrow(/no tarballs/);
  pack('a.tgz', { name: 'a', version: '1.0.0' });
  writeFileSync(join(folder, 'release/.npmrc'), 'registry=http://registry.invalid/');
  await expect(packedReleases(join(folder, 'release'))).rejects.toThrow(/more than tarballs in it: \.npmrc/);
});
