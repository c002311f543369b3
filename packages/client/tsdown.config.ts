import { defineConfig } from 'tsdown';
import { thirdPartyLicences } from '../../scripts/build/third-party-licences.ts';
import { kyForNode } from './build/ky-for-node.ts';

/**
 * For Node (the export condition `node`): a few files, ky within them, which load in a third of the time, and light
 * classes for what ky asks of fetch. Other runtimes and bundlers take the modules as they are.
 */
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'bulk/index': 'src/bulk/index.ts',
    'gateway/index': 'src/gateway/index.ts',
    'runtime/index': 'src/runtime/index.ts',
  },
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  outDir: 'dist/node',
  deps: { alwaysBundle: ['ky'] },
  dts: false,
  logLevel: 'error',
  sourcemap: true,
  minify: false,
  outputOptions: {
    chunkFileNames: 'chunks/[name]-[hash].js',
    entryFileNames: '[name].js',
    // What other runtimes load on demand is at hand in Node, and one piece loads sooner than six.
    codeSplitting: {
      groups: [
        {
          name: 'client',
          test: /\/src\/(attempts|cache|call|observe|options|pipeline|session|transport)\/|extra-parts/,
        },
      ],
    },
  },
  outExtensions: () => ({ js: '.js' }),
  plugins: [kyForNode, thirdPartyLicences(import.meta.dirname)],
  clean: true,
});
