import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const packages = fileURLToPath(new URL('..', import.meta.url));

/**
 * What ky does for the client (attempts, waits, limits), tried once more on what Node gets: a bundle with ky fitted to
 * it, which the sources have not. It has to be built before.
 */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@streamone\/(core|client)$/, replacement: `${packages}/$1/dist/node/index.js` },
      { find: /^@streamone\/(core|client)\/([a-z/-]+)$/, replacement: `${packages}/$1/dist/node/$2/index.js` },
      { find: /^@streamone\/test-server$/, replacement: `${packages}/test-server/src/index.ts` },
    ],
  },
  test: {
    name: 'client (bundle for Node)',
    include: ['test/{end-to-end,one-request,redaction,retries,time-limits}.test.ts'],
    testTimeout: 20_000,
    unstubEnvs: true,
  },
});
