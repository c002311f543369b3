import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RunResult } from './run-result.ts';

/**
 * Runs blocks in a process of their own.
 *
 * @param runner which one: `run-pages.ts`, `run-scripts.ts` or `run-browser-pages.ts`
 * @param work what it is given
 */
export async function runBlocks(
  runner: string,
  folder: string,
  work: readonly unknown[],
): Promise<readonly RunResult[]> {
  const results = `${folder}/${runner}.json`;
  const child = spawn(process.execPath, [fileURLToPath(new URL(runner, import.meta.url)), folder, results], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] },
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  child.stdin.end(JSON.stringify(work));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0 || !existsSync(results)) throw new Error(`${runner} ended with ${code}: ${said}`);
  return JSON.parse(readFileSync(results, 'utf8')) as readonly RunResult[];
}
