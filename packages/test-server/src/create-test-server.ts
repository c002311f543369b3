import { inProcess } from './in-process.js';
import { nodeRuntime } from './node-runtime.js';
import type { TestServer } from './test-server.js';
import type { TestServerOptions } from './test-server-options.js';

/**
 * Makes a test server without a socket: its `fetch` is answered in process, its URL is
 * `https://streamone.test`.
 *
 * @throws InvalidArgumentError for an option that makes no sense.
 */
export function createTestServer(options: TestServerOptions = {}): TestServer {
  return inProcess(options, nodeRuntime);
}
