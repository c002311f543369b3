import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const packages = fileURLToPath(new URL('../../packages', import.meta.url));

// The site under test is the one that was built; what it is made from is tested on the packages' sources.
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@streamone\/([a-z-]+)$/, replacement: `${packages}/$1/src/index.ts` },
      { find: /^@streamone\/([a-z-]+)\/([a-z/-]+)$/, replacement: `${packages}/$1/src/$2/index.ts` },
    ],
  },
  test: {
    name: 'docs',
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
    // As for the studio: a step in a browser can miss its time on a busy machine.
    retry: process.env['CI'] === undefined ? 0 : 1,
  },
});
