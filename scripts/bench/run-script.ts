import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a script of this folder in a process of its own, on the same Node, and gives the JSON that it prints. */
export async function runScript<T>(script: string, args: readonly string[], flags: readonly string[] = []): Promise<T> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await run(process.execPath, [...flags, path, ...args]);
  return JSON.parse(stdout) as T;
}
