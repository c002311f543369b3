import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch, hasChromium } from '../../scripts/chromium/open-chromium.ts';

const packages = fileURLToPath(new URL('..', import.meta.url));

// Suites that need nothing of Node run in a page as they are.
export default defineConfig({
  resolve: {
    alias: [
      // The part of it that needs nothing of Node, as a bundler would take it.
      { find: /^@streamone\/test-server$/, replacement: `${packages}test-server/src/browser.ts` },
      { find: /^@streamone\/([a-z-]+)$/, replacement: `${packages}$1/src/index.ts` },
      { find: /^@streamone\/([a-z-]+)\/([a-z/-]+)$/, replacement: `${packages}$1/src/$2/index.ts` },
      // What a page can show of a value, in the place of what Node can.
      { find: 'node:util', replacement: fileURLToPath(new URL('test/in-page/inspect.ts', import.meta.url)) },
    ],
  },
  test: {
    name: 'page',
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: hasChromium ? ['test/in-page/*.suite.ts'] : [],
    testTimeout: 20_000,
    api: { host: '127.0.0.1' },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: chromiumLaunch() }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
