import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from '../run-command.ts';

/**
 * Copies what git knows of a tree, and what it would if it was added: the tree as it stands, without what was installed
 * or built.
 */
export async function copyTree(from: string, to: string): Promise<void> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = await runCommand('git', args, { cwd: from });
  // What was removed and not yet committed is still listed.
  const paths = listed.split('\0').filter((path) => path !== '' && existsSync(join(from, path)));
  for (const path of paths) {
    mkdirSync(join(to, dirname(path)), { recursive: true });
    copyFileSync(join(from, path), join(to, path));
  }
}
