import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const packages = fileURLToPath(new URL('../../packages', import.meta.url));

// The page under test is the production build; its server runs on the packages' sources, as all tests do.
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@streamone\/([a-z-]+)$/, replacement: `${packages}/$1/src/index.ts` },
      { find: /^@streamone\/([a-z-]+)\/([a-z/-]+)$/, replacement: `${packages}/$1/src/$2/index.ts` },
    ],
  },
  test: {
    name: 'studio',
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // A machine that is busy with other things can let one step of many in a browser miss its time; what is tried again
    // is shown. Nobody's own machine tries again.
    retry: process.env['CI'] === undefined ? 0 : 1,
    hookTimeout: 90_000,
    // A loaded machine draws late; what is waited for for 20 s otherwise is not to come within one here.
    expect: { poll: { timeout: 20_000 } },
    // Each file has a browser of its own: two cores carry one.
    fileParallelism: false,
  },
});
