import { defineConfig } from 'tsdown';

/**
 * For Node: a few files instead of some ninety, each of which costs time when a program starts (the export condition
 * `node`). Bundlers take the modules as they are, where what is not used falls away.
 */
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'catalogue/index': 'src/catalogue/index.ts',
    'media/index': 'src/media/index.ts',
    'password/index': 'src/password/index.ts',
    'statuses/index': 'src/statuses/index.ts',
    'zod/index': 'src/zod/index.ts',
  },
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  outDir: 'dist/node',
  dts: false,
  logLevel: 'error',
  sourcemap: true,
  minify: false,
  outputOptions: { chunkFileNames: 'chunks/[name]-[hash].js', entryFileNames: '[name].js' },
  outExtensions: () => ({ js: '.js' }),
  clean: true,
});
