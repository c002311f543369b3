import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from './documents.ts';

/** What a reader has fetched from the site, from its root. */
const FETCHED = ['openapi.json', 'catalogue.json', 'schemas/item/view.arguments.json'];

/**
 * Makes the folder that a page's blocks work in, with the files that a reader would have.
 *
 * @param parent where it is made: within a package, so that a program in it finds that package's own
 */
export function createWorkFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, 'work-'));
  for (const name of ['talk.mp4', 'storm.mp4']) writeFileSync(join(folder, name), Buffer.alloc(20_000, name));
  for (const path of FETCHED) copyFileSync(`${ROOT}apps/docs/dist/${path}`, join(folder, basename(path)));
  mkdirSync(join(folder, 'home/.config/fish/completions'), { recursive: true });
  return folder;
}
