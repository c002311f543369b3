// `npm run docs` and `npm run preview`: the built site on this machine, until Ctrl+C.
//   --port 3000   the port, 5190 unless given; 0 takes a free one
import { parseArgs, styleText } from 'node:util';
import { startSite } from './start-site.ts';

const { values } = parseArgs({ options: { port: { type: 'string' } } });
const port = Number(values.port ?? 5190);
const site = await startSite({ port }).catch((error: unknown) => {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(isTaken ? `Port ${port} is taken: give another, as --port 0 for any.` : error);
  return process.exit(1);
});
console.log(`The documentation is at ${styleText('cyan', site.url)} (Ctrl+C stops it)`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void site.close().finally(() => process.exit()));
}
