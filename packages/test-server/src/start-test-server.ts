import { assemble } from './in-process.js';
import { nodeRuntime } from './node-runtime.js';
import { createServerCore } from './server-core.js';
import type { TestServer } from './test-server.js';
import type { SocketOptions } from './test-server-options.js';

/**
 * Starts a test server on a socket of this machine. Its `fetch` answers in process all the same.
 *
 * @throws InvalidArgumentError for an option that makes no sense; Node's own error when the port is taken.
 */
export async function startTestServer(options: SocketOptions = {}): Promise<TestServer> {
  const { port = 0, host = '127.0.0.1', allowRemote = false } = options;
  const core = createServerCore(options, nodeRuntime);
  // Loaded late: a server in process has no use for node:http.
  const { checkHost, checkPort, listen } = await import('./adapters/listen.js');
  checkPort(port);
  checkHost(host, allowRemote);
  const { url, close } = await listen(core.answer, core.web, port, host);
  return assemble(core, url, close);
}
