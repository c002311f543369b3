import { defineConfig } from 'tsdown';
import { thirdPartyLicences } from '../../scripts/build/third-party-licences.ts';
import { keptJpegTables } from './build/kept-jpeg-tables.ts';

/** A few files instead of some three hundred: each one that is loaded costs time before the first answer. */
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    browser: 'src/browser.ts',
    bin: 'src/bin.ts',
    'command-line/index': 'src/command-line/index.ts',
    'msw/index': 'src/msw/index.ts',
    'recording/index': 'src/recording/index.ts',
    'vitest/index': 'src/vitest/index.ts',
  },
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  outDir: 'dist',
  deps: { neverBundle: [/^node:/], alwaysBundle: ['jpeg-js'] },
  dts: false,
  logLevel: 'error',
  sourcemap: true,
  minify: false,
  outputOptions: { chunkFileNames: 'chunks/[name]-[hash].js', entryFileNames: '[name].js' },
  outExtensions: () => ({ js: '.js' }),
  plugins: [keptJpegTables, thirdPartyLicences(import.meta.dirname)],
  // Declarations are made before; only chunks have names that change.
  clean: ['dist/chunks'],
});
