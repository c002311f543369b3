import { indexedDbCache, memoryCache, webHmac } from '@streamone/browser';
import { hmacSuite } from '../../../client/test/hmac-suite.ts';
import { responseCacheSuite } from '../../../client/test/response-cache-suite.ts';

// What clients are made of, held to the suites of @streamone/client inside Chromium.
responseCacheSuite('memory', { create: (settings) => memoryCache(settings) });
responseCacheSuite('IndexedDB', {
  create: (settings) => indexedDbCache({ ...settings, name: crypto.randomUUID() }),
});
hmacSuite('WebCrypto', webHmac);
