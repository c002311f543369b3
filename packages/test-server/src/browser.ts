import { portableHmac } from './hmac/portable-hmac.js';
import { inProcess } from './in-process.js';
import type { Runtime } from './runtime.js';
import { portableSha256 } from './sha256/portable-sha256.js';
import type { TestServer } from './test-server.js';
import type { TestServerOptions } from './test-server-options.js';

export * from './exports.js';

const runtime: Runtime = { hmac: portableHmac, sha256: portableSha256 };

/**
 * Makes a test server without a socket, for a browser or another runtime that is not Node: its
 * `fetch` is answered in process, its URL is `https://streamone.test`.
 *
 * @throws InvalidArgumentError for an option that makes no sense.
 */
export function createTestServer(options: TestServerOptions = {}): TestServer {
  return inProcess(options, runtime);
}
