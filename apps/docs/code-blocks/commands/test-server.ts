// `streamone-test-server` with the options of a text, on a free port: it starts, and ends. One that records or replays is
// asked something before, as by the program of which the text speaks.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../documents.ts';

const args = process.argv.slice(2);
const [kind = ''] = args;
const isServer = kind !== 'drift';
const server = spawn(
  process.execPath,
  [
    `${ROOT}packages/test-server/bin/streamone-test-server.js`,
    ...args,
    ...(isServer ? ['--port', '0', '--until-stdin-closes'] : []),
  ],
  { stdio: ['pipe', 'pipe', 'inherit'] },
);
const closed = once(server, 'close');
let said = '';
for await (const text of server.stdout.setEncoding('utf8')) {
  said += text;
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said.replaceAll(process.env['STREAMONE_API_URL'] ?? '', '')) ?? [];
  if (url === undefined || server.stdin.writableEnded) continue;
  if (kind === 'record' || kind === 'replay') ask(url);
  server.stdin.end();
}
await closed;
process.exitCode ??= server.exitCode ?? 1;

/** A program's call, which must be answered. */
function ask(url: string): void {
  const { status, stderr } = spawnSync('streamone', ['item', 'view', '--limit', '1', '--url', url], {
    encoding: 'utf8',
  });
  if (status === 0) return;
  console.error(`${kind}: a call by way of it ended with ${status}: ${stderr}`);
  process.exitCode = 1;
}
