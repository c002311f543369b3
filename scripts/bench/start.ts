import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './compare.ts';
import type { Figure } from './figure.ts';

const ROUNDS = 15;
const script = fileURLToPath(new URL('first-answer.mjs', import.meta.url));

function take(...args: string[]): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return performance.now() - started;
}

/** From nothing to the test server's first signed answer, over what a bare Node takes; in turn, at the median. */
export function benchStart(): Figure[] {
  take(script);
  const over = Array.from({ length: ROUNDS }, () => {
    const bare = take('-e', '0');
    return take(script) - bare;
  });
  return [
    {
      what: 'test server, from nothing to the first signed answer, over bare node',
      value: median(over),
      unit: 'ms',
      most: 150,
    },
  ];
}
