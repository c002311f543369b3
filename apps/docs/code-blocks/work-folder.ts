import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the folder that a page's blocks work in, with the files that a reader would have.
 *
 * @param parent where it is made: within a package, so that a program in it finds that package's own
 */
export function createWorkFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, 'work-'));
  for (const name of ['talk.mp4', 'storm.mp4']) writeFileSync(join(folder, name), Buffer.alloc(20_000, name));
  mkdirSync(join(folder, 'home/.config/fish/completions'), { recursive: true });
  return folder;
}
