import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { parse, resolve } from 'node:path';
import { printable } from '../../output/report-error.js';
import { UsageError } from '../../program/usage-error.js';
import type { UploadFile } from './upload-file.js';

/** Opening a named pipe would wait for who writes to it, which not even Ctrl-C ends; Windows has no such flag. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
};

/** The file as it is, or why it can't be uploaded. */
async function look(name: string, titled: (stem: string) => string | undefined): Promise<UploadFile | string> {
  const path = resolve(name);
  let file: FileHandle | undefined;
  try {
    file = await open(path, AT_ONCE);
    const stat = await file.stat();
    if (!stat.isFile()) return stat.isDirectory() ? 'it is a folder' : 'it is no file';
    if (stat.size === 0) return 'it is empty';
    return { name, path, size: stat.size, modified: stat.mtimeMs, title: titled(parse(path).name) };
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return REASONS[code] ?? message;
  } finally {
    await file?.close();
  }
}

/**
 * Looks at every file before anything is sent; one that is named twice counts once.
 *
 * @param titled the title of a file's item, of its name without folder and ending
 * @throws UsageError naming each that is missing, empty or can't be read.
 */
export async function findFiles(
  names: readonly string[],
  titled: (stem: string) => string | undefined,
): Promise<readonly UploadFile[]> {
  const files = new Map<string, UploadFile>();
  const refused: string[] = [];
  for (const name of names) {
    const found = await look(name, titled);
    if (typeof found === 'string') refused.push(`${printable(name)}: ${found}`);
    else if (!files.has(found.path)) files.set(found.path, found);
  }
  if (refused.length === 0) return [...files.values()];
  throw new UsageError(`${refused.join('; ')}. Nothing was sent.`);
}
