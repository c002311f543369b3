import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests run on the sources: a package's name leads to its src, so that nothing needs to be built first. */
const sources = [
  { find: /^@streamone\/([a-z-]+)$/, replacement: fileURLToPath(new URL('packages/$1/src/index.ts', import.meta.url)) },
  {
    find: /^@streamone\/([a-z-]+)\/([a-z/-]+)$/,
    replacement: fileURLToPath(new URL('packages/$1/src/$2/index.ts', import.meta.url)),
  },
];

/**
 * Where tests drive browsers, terminals, sockets and processes, one of thousands can miss its time on a busy CI machine:
 * it is tried once more there, which is shown. Not on anybody's own machine, and not where nothing but code is tested.
 */
const retryOnCi = (name: string): number =>
  process.env['CI'] === undefined || name === 'core' || name === 'client' ? 0 : 1;

const packages = ['core', 'client', 'node', 'browser', 'test-server', 'cli'];

export default defineConfig({
  resolve: { alias: sources },
  test: {
    projects: [
      ...packages.map((name) => ({
        extends: true as const,
        test: {
          name,
          root: fileURLToPath(new URL(`packages/${name}`, import.meta.url)),
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          testTimeout: 20_000,
          // A loaded machine takes its time; nothing that is waited for has to come within a second.
          expect: { poll: { timeout: 10_000 } },
          retry: retryOnCi(name),
        },
      })),
      'packages/client/vitest.bundle.config.ts',
      {
        extends: true,
        test: { name: 'scripts', root: fileURLToPath(new URL('scripts', import.meta.url)), testTimeout: 60_000 },
      },
      'apps/docs',
      'apps/studio',
      'packages/browser/vitest.page.config.ts',
    ],
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    unstubEnvs: true,
  },
});
