// Runs the shell blocks of pages, each page's in one shell and against a test server of its own, two pages at a time:
//   node run-scripts.ts FOLDER RESULTS < pages.json
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { CodeBlock } from './code-block.ts';
import { docsEnvironment, startDocsServer } from './docs-server.ts';
import { ROOT } from './documents.ts';
import { localText } from './local-text.ts';
import type { RunResult } from './run-result.ts';
import { shellScript } from './shell-script.ts';
import { createWorkFolder } from './work-folder.ts';

const LIMIT = 120_000;
const [folder = '', results = ''] = process.argv.slice(2);
const pages = JSON.parse(await text(process.stdin)) as readonly (readonly CodeBlock[])[];
const commands = fileURLToPath(new URL('commands', import.meta.url));

async function runPage(blocks: readonly CodeBlock[]): Promise<RunResult> {
  const started = performance.now();
  const server = await startDocsServer();
  const work = createWorkFolder(folder);
  const home = join(work, 'home');
  const environment = docsEnvironment(server);
  const local = (code: string): string => localText(code, environment);
  for (const block of blocks) writeFileSync(join(home, String(block.line)), local(block.code));
  writeFileSync(join(home, 'script'), local(shellScript(blocks, home)));
  const child = spawn('bash', [join(home, 'script')], {
    cwd: work,
    env: {
      ...environment,
      PATH: `${commands}:${process.env['PATH'] ?? ''}`,
      HOME: home,
      // One for all: what is compiled once need not be compiled again.
      XDG_CACHE_HOME: join(folder, 'cache'),
      NODE: process.execPath,
      REPOSITORY: ROOT.replace(/\/$/, ''),
      PAGE_FOLDER: dirname(blocks[0]?.page ?? ''),
      PASSWORD: server.credentials.login.password,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    timeout: LIMIT,
  });
  let began = '';
  let said = '';
  child.stdio[3]?.on('data', (data: Buffer) => {
    began += data.toString();
    said = '';
  });
  child.stderr?.on('data', (data: Buffer) => (said += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  await server.close();
  rmSync(work, { recursive: true, force: true });
  const lines = began.trim().split('\n').filter(Boolean).map(Number);
  const failure = {
    line: lines.at(-1) ?? 0,
    message: `the shell ended with ${code ?? 'no code: it took too long'}: ${said}`,
  };
  const page = blocks[0]?.page ?? '';
  return { page, blocks: lines.length, took: performance.now() - started, ...(code !== 0 && { failure }) };
}

const waiting = [...pages];
const done: RunResult[] = [];
async function runNext(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    done.push(await runPage(next));
    writeFileSync(results, JSON.stringify(done));
  }
}
writeFileSync(results, '[]');
await Promise.all([runNext(), runNext()]);
