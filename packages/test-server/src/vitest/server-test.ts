import { type TestAPI, test } from 'vitest';
import type { TestServer } from '../test-server.js';
import type { SocketOptions } from '../test-server-options.js';

/** What a test of {@link serverTest} is given. */
export interface ServerFixtures {
  /** The worker's server, with the state, the clock and the journal that it began with, and no faults. */
  readonly server: TestServer;
}

/**
 * Makes a `test` whose tests are given a `server`: one for each worker, on a socket of its own, started when first
 * asked for, put back to its beginning before each test, closed at the end. Tests that run at the same time in one
 * file (`test.concurrent`) share it.
 *
 * @throws InvalidArgumentError, when a test asks for the server, for an option that makes no sense.
 */
export function serverTest(options: SocketOptions = {}): TestAPI<ServerFixtures> {
  return test.extend<ServerFixtures & { readonly workerServer: TestServer }>({
    workerServer: [
      // vitest reads from the pattern what a fixture needs.
      // oxlint-disable-next-line no-empty-pattern
      async ({}, use) => {
        // Loaded late: the matchers are for a browser too.
        const { startTestServer } = await import('../start-test-server.js');
        await using server = await startTestServer(options);
        await use(server);
      },
      { scope: 'worker' },
    ],
    server: async ({ workerServer }, use) => {
      workerServer.reset();
      await use(workerServer);
    },
  });
}
