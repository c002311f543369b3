import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isUnreleased } from './is-unreleased.ts';

let root: string;

function write(path: string, content: string | object): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
}

function git(...args: readonly string[]): void {
  const env = { PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1' };
  const { status, stderr } = spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@site.example', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

/** A checkout with two packages of a version. */
function commit(version: string): void {
  for (const name of ['core', 'node']) write(`packages/${name}/package.json`, { name: `@streamone/${name}`, version });
  git('add', '.');
  git('commit', '--quiet', '--message', version);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'streamone-unreleased-'));
  git('init', '--quiet');
  write('.changeset/config.json', {});
  write('.changeset/README.md', 'What changesets are.');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a version without tags is released', () => {
  commit('0.1.0');
  expect(isUnreleased(root)).toBe(true);
});

test('packages without a version are not', () => {
  commit('0.0.0');
  expect(isUnreleased(root)).toBe(false);
});

test('a commit with changesets is not: it has more in it than its version', () => {
  commit('0.1.0');
  write('.changeset/brave-cats.md', 'More.');
  expect(isUnreleased(root)).toBe(false);
});

test('a version is released until every package has its tag', () => {
  commit('0.1.0');
  git('tag', '@streamone/core@0.1.0');
  expect(isUnreleased(root)).toBe(true);
  git('tag', '@streamone/node@0.1.0');
  expect(isUnreleased(root)).toBe(false);
  commit('0.2.0');
  expect(isUnreleased(root)).toBe(true);
});
