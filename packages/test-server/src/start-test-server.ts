import { isLoopback } from './adapters/is-loopback.js';
import { assemble } from './in-process.js';
import { nodeRuntime } from './node-runtime.js';
import { loadScenario } from './scenarios/file/load-scenario.js';
import { isScenarioReady } from './scenarios/find-scenario.js';
import type { Scenario } from './scenarios/scenario.js';
import { createServerCore } from './server-core.js';
import type { TestServer } from './test-server.js';
import type { SocketOptions } from './test-server-options.js';

/** Reads and prepares what can't be used as it is. */
async function readyScenario({ scenario = 'studio' }: SocketOptions): Promise<Scenario | undefined> {
  return isScenarioReady(scenario) ? undefined : loadScenario(scenario);
}

/**
 * Starts a test server on a socket of this machine. Its `fetch` answers in process all the same.
 *
 * @throws InvalidArgumentError for an option that makes no sense, and for a scenario that can't be read; Node's own error when the port is taken.
 */
export async function startTestServer(options: SocketOptions = {}): Promise<TestServer> {
  const { port = 0, host = '127.0.0.1', allowRemote = false } = options;
  // Whoever reaches the server may use the API; only those of this machine may rule it, unless it is asked for.
  const { admin = isLoopback(host) } = options;
  const core = createServerCore({ ...options, admin }, nodeRuntime, await readyScenario(options));
  // Loaded late: a server in process has no use for node:http.
  const { checkHost, checkPort, listen } = await import('./adapters/listen.js');
  checkPort(port);
  checkHost(host, allowRemote);
  const { url, close } = await listen(core.answer, core.web, core.closing.signal, port, host);
  return assemble(core, url, close);
}
