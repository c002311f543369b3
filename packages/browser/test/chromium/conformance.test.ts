import { AnswerTooLongError, type Transport, UnreadableAnswerError } from '@streamone/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { transportSuite } from '../../../client/test/transport-suite.ts';
import type { Site } from '../../../node/test/gateway-site.ts';
import { hasChromium, openChromium } from '../../../../scripts/chromium/open-chromium.ts';
import { startPageSite } from './page-site.ts';

let site: Site;
let browser: Browser;
let page: Page;

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

// Its servers are Node's, so the suite stays there and drives the page; the others run in a page: see test/in-page.
describe.skipIf(!hasChromium)('the transport of pages, in Chromium', () => {
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
  transportSuite('over fetch', transportInPage, { lacks: ['codes', 'redirects'] });
});
