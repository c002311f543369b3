import { defineConfig } from 'tsdown';
import { thirdPartyLicences } from '../../scripts/build/third-party-licences.ts';
import { commanderParts } from './build/commander-parts.ts';
import { commonJs } from './build/common-js.ts';

/**
 * A small entry and chunks that load on demand; nothing is left to be installed beside it. CommonJS, since Node reads
 * that faster: `import 'node:http'` alone loads all of Node's fetch, which `require` leaves until it is asked for.
 */
export default defineConfig({
  entry: { main: 'src/main.ts' },
  format: 'cjs',
  platform: 'node',
  target: 'node22',
  outDir: 'dist',
  dts: false,
  minify: true,
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
  outputOptions: { chunkFileNames: 'chunks/[name]-[hash].js', entryFileNames: '[name].js' },
  outExtensions: () => ({ js: '.js' }),
  plugins: [commanderParts, commonJs, thirdPartyLicences(import.meta.dirname)],
  clean: true,
});
