import {
  AnswerTooLongError,
  type CachedResponse,
  type ResponseCache,
  type Transport,
  UnreadableAnswerError,
} from '@streamone/client';
import type { Hmac } from '@streamone/core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { hmacSuite } from '../../../client/test/hmac-suite.ts';
import { type CacheSettings, responseCacheSuite } from '../../../client/test/response-cache-suite.ts';
import { transportSuite } from '../../../client/test/transport-suite.ts';
import signing from '../../../core/vectors/signing.json' with { type: 'json' };
import type { Site } from '../../../node/test/gateway-site.ts';
import { hasChromium, openChromium } from './chromium.ts';
import { startPageSite } from './page-site.ts';

const FIRST_KEY = signing.cases[0]?.key;

let site: Site;
let browser: Browser;
let page: Page;

/** What the suites in Node do is done in the page, by the code that is under test. */
function cacheInPage(kind: 'indexedDbCache' | 'memoryCache', { clock, ...settings }: CacheSettings): ResponseCache {
  const id = Math.random().toString(36);
  const run = <T>(work: 'get' | 'set' | 'clear', ...given: unknown[]): Promise<T> =>
    page
      .evaluate(
        async (told) => {
          const { made, indexedDbCache, memoryCache } = globalThis.streamone;
          const scope = globalThis as { now?: number | undefined };
          scope.now = told.now;
          let cache = made.caches.get(told.id);
          if (cache === undefined) {
            const options = { ...told.settings, clock: () => scope.now ?? Date.now() };
            cache = told.kind === 'memoryCache' ? memoryCache(options) : indexedDbCache({ ...options, name: told.id });
            made.caches.set(told.id, cache);
          }
          const [key, response] = told.given as [string, CachedResponse];
          if (told.work === 'get') return { found: await cache.get(key) };
          await (told.work === 'set' ? cache.set(key, response) : cache.clear());
          return {};
        },
        { id, kind, settings, work, given, now: clock?.() },
      )
      .then(({ found }) => found as T);
  return {
    get: (key) => run('get', key),
    set: (key, response) => run('set', key, response),
    clear: () => run('clear'),
  };
}

interface Told {
  readonly name: string;
  readonly message: string;
  readonly httpStatus: number;
}

function errorOf({ name, message, httpStatus }: Told, maxBytes: number): Error {
  if (name === 'AnswerTooLongError') return new AnswerTooLongError(maxBytes, httpStatus);
  return name === 'UnreadableAnswerError' ? new UnreadableAnswerError(message, httpStatus) : new Error(message);
}

const transportInPage = (): Transport => ({
  async send({ signal, listener: _none, ...request }) {
    const id = Math.random().toString(36);
    const end = (): void => void page.evaluate((which) => globalThis.streamone.made.ends.get(which)?.abort(), id);
    signal.addEventListener('abort', end);
    const { answer, error } = await page.evaluate(
      async (told) => {
        const { made, fetchTransport } = globalThis.streamone;
        const ends = new AbortController();
        made.ends.set(told.id, ends);
        if (told.aborted) ends.abort();
        const transport = fetchTransport((url, init) => fetch(url, init));
        try {
          const { status, headers, text } = await transport.send({ ...told.request, signal: ends.signal });
          return { answer: { status, headers: Object.fromEntries(headers as Headers), text } };
        } catch (failure) {
          const { name, message } = failure as Error;
          const httpStatus = Number((failure as { readonly httpStatus?: number }).httpStatus);
          return { error: { name, message, httpStatus } };
        }
      },
      { id, request, aborted: signal.aborted },
    );
    signal.removeEventListener('abort', end);
    if (answer !== undefined) return answer;
    throw errorOf(error, request.maxBytes);
  },
});

const hmacInPage: Hmac = (key, message) =>
  page.evaluate(
    async (told) => {
      const { webHmac } = globalThis.streamone;
      if (typeof told.key === 'string') return webHmac(told.key, told.message);
      const algorithm = { name: 'HMAC', hash: 'SHA-1' };
      const typed = new TextEncoder().encode(told.psk);
      return webHmac(await crypto.subtle.importKey('raw', typed, algorithm, false, ['sign']), told.message);
    },
    // A key of Node's can't go to the page; the suite makes it of the first vector's text.
    { key: typeof key === 'string' ? key : null, psk: FIRST_KEY, message },
  );

describe.skipIf(!hasChromium)('what clients are made of, in Chromium', () => {
  beforeAll(async () => {
    site = await startPageSite({ modules: { page: 'test/chromium/page.ts' }, policy: 'connect-src *' });
    // The suites' servers know nothing of CORS, which is none of a transport's business.
    browser = await openChromium('--disable-web-security');
    page = await browser.newPage();
    await page.goto(site.url);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
  });
  responseCacheSuite('memory', { create: (settings = {}) => cacheInPage('memoryCache', settings) });
  responseCacheSuite('IndexedDB', { create: (settings = {}) => cacheInPage('indexedDbCache', settings) });
  hmacSuite('WebCrypto', hmacInPage);
  transportSuite('over fetch', transportInPage, { lacks: ['codes', 'redirects'] });
});
