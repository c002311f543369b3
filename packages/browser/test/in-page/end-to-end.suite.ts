import { createClient, importKey, user } from '@streamone/browser';
import { allCommands } from '@streamone/core/catalogue';
import { type TestServer, createTestServer } from '@streamone/test-server';
import { endToEndSuite } from '../../../client/test/end-to-end-suite.ts';

// The test server runs in the page as well: no socket is between the two, but WebCrypto, `fetch` and its classes are
// Chromium's. Over the network the page is tried in ../chromium.
let server: TestServer;

endToEndSuite('the client for browsers, with a key of a person', {
  start: async (options) => (server = createTestServer(options)),
  credentials: async ({ id, psk }) => user({ id, psk: await importKey(psk) }),
  create: (options) => createClient({ ...options, commands: allCommands, fetch: server.fetch }),
});
