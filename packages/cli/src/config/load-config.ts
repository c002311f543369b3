import { type Stats, closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { InvalidArgumentError } from '@streamone/node';
import type { Config } from './config.js';
import { configError } from './config-error.js';

const LARGEST = 1024 * 1024;
const OTHERS = 0o077;
const GONE = new Set(['ENOENT', 'ENOTDIR']);

/** What the path leads to where it is no file, whose mode is not to be changed for this. */
function otherThanFile(stats: Stats): string | undefined {
  if (stats.isDirectory()) return 'a folder';
  return stats.isCharacterDevice() || stats.isBlockDevice() ? 'a device' : undefined;
}

/** The file's text; `undefined` where there is no file. @throws InvalidArgumentError when others may read it */
export function readConfigText(path: string): string | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (GONE.has(code)) return undefined;
    throw new InvalidArgumentError({ argument: path, expected: 'a file that can be read', given: code });
  }
  try {
    const stats = fstatSync(file);
    const { mode, size } = stats;
    const other = otherThanFile(stats);
    if (other !== undefined) throw new InvalidArgumentError({ argument: path, expected: 'a file', given: other });
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
      const given = `mode ${(mode & 0o777).toString(8).padStart(4, '0')}`;
      const advice = `It holds keys: chmod 600 '${path}'`;
      throw configError({ path }, 'a file that nobody else can read or write (mode 0600)', given, advice);
    }
    if (size > LARGEST) throw configError({ path }, `a file of at most ${LARGEST} bytes`, size);
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/**
 * What the file holds; nothing where there is none.
 *
 * @throws InvalidArgumentError naming file, line and key, when others may read it or it is wrong.
 */
export async function loadConfig(path: string | undefined): Promise<Config> {
  const text = path === undefined ? undefined : readConfigText(path);
  if (path === undefined || text === undefined) return { profiles: new Map() };
  return (await import('./parse-config.js')).parseConfig(text, path);
}
