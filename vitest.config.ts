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
        },
      })),
      'apps/studio',
    ],
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    unstubEnvs: true,
  },
});
