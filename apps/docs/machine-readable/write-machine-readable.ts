import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { machineReadableFiles } from './machine-readable-files.ts';

/** Writes `openapi.json`, the JSON Schemas, the catalogue, `llms.txt` and the pages as Markdown into the built site. */
export async function writeMachineReadable(outDir: string): Promise<void> {
  for (const [path, content] of await machineReadableFiles()) {
    const file = join(outDir, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
