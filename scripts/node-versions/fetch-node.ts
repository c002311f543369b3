import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const CACHE = resolve('.cache/node');

/** The path of a Node of that version; npm fetches it once, to `.cache`, which git does not see. */
export function fetchNode(version: string): string {
  const kept = join(CACHE, version);
  const binary = join(kept, 'node_modules/node/bin/node');
  if (existsSync(binary)) return binary;
  mkdirSync(CACHE, { recursive: true });
  // Fetched aside and put in place whole: a run that is interrupted leaves no half of it.
  const aside = mkdtempSync(join(CACHE, 'fetching-'));
  try {
    const quiet = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['install', '--prefix', aside, ...quiet, `node@${version}`], { stdio: 'inherit' });
    rmSync(kept, { recursive: true, force: true });
    renameSync(aside, kept);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return binary;
}
