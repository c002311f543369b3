import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './child.ts';
import type { Figure } from './figure.ts';
import { runScript } from './run-script.ts';

const TWO_GIB = 2 * 1024 ** 3;

/** The most memory that a process ever has which uploads a file of 2 GiB, all of it empty (a sparse file). */
async function upload(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'streamone-bench-'));
  const path = join(folder, 'sparse');
  writeFileSync(path, '');
  truncateSync(path, TWO_GIB);
  const sink = await startChild<{ port: number }>('upload-sink.ts');
  const { seconds, megabytes } = await runScript<{ seconds: number; megabytes: number }>('upload-once.mjs', [
    String(sink.ready.port),
    path,
  ]);
  await sink.stop();
  rmSync(folder, { recursive: true });
  const what = `upload of 2 GiB, ${seconds.toFixed(1)} s: the most resident memory of the process`;
  return { what, value: megabytes, unit: 'MiB', most: 100 };
}

interface Listed {
  readonly items: number;
  readonly seconds: number;
  readonly early: number;
  readonly most: number;
  readonly earlyPeak: number;
  readonly peak: number;
}

interface Ready {
  readonly url: string;
  readonly credentials: { readonly user: { readonly id: string; readonly psk: string }; readonly account: string };
}

/** How much the memory grows while a million items are listed, after the first hundred thousand. */
async function list(): Promise<Figure[]> {
  const server = await startChild<Ready>('test-server.ts', ['archive:1000000']);
  const { url, credentials } = server.ready;
  const { user, account } = credentials;
  const listed = await runScript<Listed>('list-all.mjs', [url, user.id, user.psk, account], ['--expose-gc']);
  await server.stop();
  const { items, seconds, early, most, earlyPeak, peak } = listed;
  const what = `listing ${items.toLocaleString('en')} items, ${seconds.toFixed(0)} s`;
  return [
    { what: `${what}: growth of the heap after the first tenth`, value: most - early, unit: 'MiB', most: 5 },
    // How much is resident at all is up to V8, which gives a busy program some 200 MiB for what is young.
    { what: `${what}: the most resident memory`, value: peak, unit: 'MiB' },
    { what: `${what}: growth of that after 300,000`, value: peak - earlyPeak, unit: 'MiB', most: 25 },
  ];
}

/** What stays in memory, however much there is. */
export async function benchMemory(): Promise<Figure[]> {
  return [await upload(), ...(await list())];
}
