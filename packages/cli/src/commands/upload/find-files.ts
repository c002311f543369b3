import { type FileHandle, open } from 'node:fs/promises';
import { parse, resolve } from 'node:path';
import { InvalidArgumentError } from '@streamone/node';
import { printable } from '../../output/report-error.js';
import type { UploadFile } from './upload-file.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is none',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
};

/** The file as it is, or why it can't be uploaded. */
async function look(name: string, titled: (stem: string) => string | undefined): Promise<UploadFile | string> {
  const path = resolve(name);
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
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
 * @throws InvalidArgumentError naming each that is missing, empty or can't be read.
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
  throw new InvalidArgumentError({
    argument: 'FILE',
    expected: 'files that can be read and have something in them',
    given: refused.length === 1 ? 'one that is not so' : `${refused.length} that are not so`,
    advice: `Nothing was sent. ${refused.join('; ')}.`,
  });
}
