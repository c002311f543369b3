import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the compiler told of one file. */
export interface TypeCost {
  /** Types that the compiler made of generic ones: the same on every machine. */
  readonly instantiations: number;
  /** In seconds; depends on the machine. */
  readonly checkTime: number;
  /** What it complained of; empty when all is well. */
  readonly errors: string;
}

const packages = fileURLToPath(new URL('../../', import.meta.url));

function number(output: string, label: string): number {
  return Number(new RegExp(`^${label}:\\s+([\\d.]+)`, 'm').exec(output)?.[1]);
}

/** Checks a program of one file as a user's project would, against the built declarations, and tells what it cost. */
export function typeCost(source: string): TypeCost {
  const folder = mkdtempSync(join(tmpdir(), 'streamone-types-'));
  const paths = {
    '@streamone/core/catalogue': [`${packages}core/dist/catalogue/index.d.ts`],
    '@streamone/core/statuses': [`${packages}core/dist/statuses/index.d.ts`],
    '@streamone/*': [`${packages}*/dist/index.d.ts`],
  };
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023', 'WebWorker', 'ESNext.Disposable'],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
    paths,
  };
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'main.ts'), source);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['main.ts'] }));
    const { stdout } = spawnSync('tsc', ['-p', folder, '--extendedDiagnostics'], { encoding: 'utf8' });
    return {
      instantiations: number(stdout, 'Instantiations'),
      checkTime: number(stdout, 'Check time'),
      errors: stdout
        .slice(0, stdout.indexOf('\nFiles:'))
        .replace(/^Files:.*$/s, '')
        .trim(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
