import { defineConfig } from 'tsdown';

/** A small entry and chunks that load on demand; nothing is left to be installed beside it. */
export default defineConfig({
  entry: { main: 'src/main.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node22',
  outDir: 'dist',
  dts: false,
  minify: true,
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
  outputOptions: { chunkFileNames: 'chunks/[name]-[hash].js', entryFileNames: '[name].js' },
  outExtensions: () => ({ js: '.js' }),
  clean: true,
});
