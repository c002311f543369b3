import { defineConfig } from 'tsdown';
import { thirdPartyLicences } from '../../scripts/build/third-party-licences.ts';

/**
 * What is loaded on demand, each as one file with nothing to import. The worker of the login can so be started from
 * wherever it lies; the others take the place of the modules that tsc made of them: what they shared with the rest of
 * the package would be cut into pieces of its own by bundlers, and each page would load these first.
 */
const alone = {
  'login-worker': 'src/login/login-worker.ts',
  'login/answer-challenge': 'src/login/answer-challenge.ts',
  'user/signing': 'src/user/signing.ts',
} as const;

/** One for all: each build adds what it holds. */
const licences = thirdPartyLicences(import.meta.dirname);

export default Object.entries(alone).map(([name, source]) =>
  defineConfig({
    entry: { [name]: source },
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    outDir: 'dist',
    deps: { alwaysBundle: [/.*/], onlyBundle: false },
    dts: false,
    logLevel: 'error',
    sourcemap: false,
    minify: true,
    outputOptions: { entryFileNames: '[name].js', codeSplitting: false },
    outExtensions: () => ({ js: '.js' }),
    plugins: [licences],
    clean: false,
  }),
);
