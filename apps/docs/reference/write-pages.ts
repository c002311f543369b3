import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes pages into a folder, by their paths. What is as it was stays untouched, so that a server that watches is not
 * woken.
 *
 * @param owned folders within it in which every other page is of an earlier time, and is removed
 */
export async function writePages(
  folder: string,
  pages: ReadonlyMap<string, string>,
  owned: readonly string[],
): Promise<void> {
  for (const [path, text] of pages) {
    const file = `${folder}/${path}`;
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  for (const name of owned) {
    const found = await readdir(`${folder}/${name}`, { recursive: true });
    const old = found.map((path) => join(name, path)).filter((path) => path.endsWith('.md') && !pages.has(path));
    for (const path of old) await rm(`${folder}/${path}`);
  }
}
