import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Comparison, median } from './compare.ts';

interface Measured {
  readonly parse: number;
  readonly decode: number;
}

function result(name: string, found: readonly Measured[]): Comparison {
  return {
    name,
    reference: 1000 / median(found.map(({ parse }) => parse)),
    ours: 1000 / median(found.map(({ decode }) => decode)),
    ratio: median(found.map(({ parse, decode }) => decode / parse)),
  };
}

/**
 * Decoding the three dates of 10,000 rows against the `JSON.parse` of these rows, the first use of
 * the zone included. Here the ratio is of times: less is better. The very first decoding of a
 * process also pays for V8 loading its data of zones and compiling our code; it is told apart.
 */
export async function benchDates(): Promise<Comparison[]> {
  const script = fileURLToPath(new URL('dates-once.ts', import.meta.url));
  const runs = Array.from({ length: 5 }, () => {
    const { stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    return JSON.parse(stdout) as Measured[];
  });
  return [
    result(
      'three dates of 10,000 rows, first use of a zone, time against JSON.parse',
      runs.flatMap((run) => run.slice(1)),
    ),
    result(
      'the same, first use of any zone in the process',
      runs.flatMap((run) => run.slice(0, 1)),
    ),
  ];
}
