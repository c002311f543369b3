// Runs the programs of pages, one after the other, each against a test server of its own:
//   node run-pages.ts FOLDER RESULTS < programs.json
import { rmSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { hasRedis, startRedis } from '../../../packages/node/test/redis-server.ts';
import { startDocsServer } from './docs-server.ts';
import { listenLocally } from './local-listeners.ts';
import { createPrelude } from './node-prelude.ts';
import { packageHomes } from './package-homes.ts';
import type { PageProgram } from './page-program.ts';
import { redirectPackages } from './redirected-packages.ts';
import type { RunResult } from './run-result.ts';
import { createWorkFolder } from './work-folder.ts';

const LIMIT = 60_000;
const [folder = '', results = ''] = process.argv.slice(2);
const programs = JSON.parse(await text(process.stdin)) as readonly PageProgram[];
redirectPackages(`${folder}/`, packageHomes);
console.log = () => undefined;
console.error = console.log;
if (hasRedis) process.env['DOCS_REDIS_URL'] = (await startRedis()).url;

let lateFailure: unknown;
process.on('unhandledRejection', (error) => (lateFailure = error));

const limit = (line: () => number): Promise<never> =>
  new Promise((_resolve, reject) => {
    const late = (): void => reject(new Error(`the block at line ${line()} is not done after ${LIMIT} ms`));
    setTimeout(late, LIMIT).unref();
  });

/** What failed, with the lines of the program told as lines of the page. */
function tell(error: unknown, { file, page, lines }: PageProgram): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const place = new RegExp(String.raw`\S*${file.replaceAll('.', String.raw`\.`)}:(\d+)(?::\d+)?`, 'g');
  return stack.replace(place, (_all, line: string) => `${page}:${lines[Number(line) - 1] ?? '?'}`);
}

async function runPage(program: PageProgram): Promise<RunResult> {
  const started = performance.now();
  const server = await startDocsServer();
  const endListeners = listenLocally();
  const work = createWorkFolder(folder);
  process.chdir(work);
  let line = 0;
  let blocks = 0;
  lateFailure = undefined;
  const at = (begins: number): void => {
    line = begins;
    blocks += 1;
  };
  let failure: RunResult['failure'];
  try {
    const module = (await import(pathToFileURL(`${folder}/${program.file}`).href)) as {
      default: (prelude: unknown) => Promise<void>;
    };
    await Promise.race([module.default(createPrelude(server, at)), limit(() => line)]);
    if (lateFailure !== undefined) throw lateFailure;
  } catch (error) {
    failure = { line, message: tell(error, program) };
  }
  process.chdir('/');
  endListeners();
  await server.close();
  rmSync(work, { recursive: true, force: true });
  return { page: program.page, blocks, took: performance.now() - started, ...(failure && { failure }) };
}

const done: RunResult[] = [];
for (const program of programs) {
  done.push(await runPage(program));
  writeFileSync(results, JSON.stringify(done));
}
process.exit(0);
