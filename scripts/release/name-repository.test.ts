import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nameRepository } from './name-repository.ts';

const ENV = { GITHUB_SERVER_URL: 'https://git.example', GITHUB_REPOSITORY: 'some/toolkit' };
const PACKAGES = [{ folder: 'packages/core' }];
let root: string;

function manifest(given?: object): unknown {
  const path = join(root, 'packages/core/package.json');
  if (given !== undefined) writeFileSync(path, JSON.stringify(given));
  return JSON.parse(readFileSync(path, 'utf8'));
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'streamone-repository-'));
  mkdirSync(join(root, 'packages/core'), { recursive: true });
  manifest({ name: '@streamone/core' });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a hosted release names the repository that it comes from', () => {
  nameRepository(PACKAGES, ENV, root);
  const repository = { type: 'git', url: 'git+https://git.example/some/toolkit.git', directory: 'packages/core' };
  expect(manifest()).toEqual({ name: '@streamone/core', repository });
});

test('a repository that is named stays, and anywhere else none is known', () => {
  nameRepository(PACKAGES, {}, root);
  expect(manifest()).toEqual({ name: '@streamone/core' });
  manifest({ repository: 'other' });
  nameRepository(PACKAGES, ENV, root);
  expect(manifest()).toEqual({ repository: 'other' });
});
