import { InvalidArgumentError } from '@streamone/core';
import { fetchAdapter } from './adapters/fetch-adapter.js';
import { ConnectionResetError } from './faults/connection-reset-error.js';
import type { Runtime } from './runtime.js';
import { type ServerCore, createServerCore } from './server-core.js';
import type { TestServer } from './test-server.js';
import type { SocketOptions, TestServerOptions } from './test-server-options.js';

/** Puts a server together: a core, where it can be reached, and how it stops. */
export function assemble(core: ServerCore, url: string, close: () => Promise<void>): TestServer {
  const { answer, web, place, contents, closing, ...rest } = core;
  place.url = url;
  const stop = async (): Promise<void> => {
    closing.abort(new ConnectionResetError('the test server was closed'));
    await close();
    await contents.close();
  };
  return { ...rest, url, fetch: fetchAdapter(answer, web, closing.signal), close: stop, [Symbol.asyncDispose]: stop };
}

const OF_SOCKETS = ['port', 'host', 'allowRemote'] satisfies (keyof SocketOptions)[];

/**
 * Makes a server without a socket, for a runtime.
 *
 * @throws InvalidArgumentError for an option that makes no sense, or none without a socket
 */
export function inProcess(options: TestServerOptions, runtime: Runtime): TestServer {
  const given: SocketOptions = options;
  const argument = OF_SOCKETS.find((name) => given[name] !== undefined);
  if (argument !== undefined) {
    const expected = 'nothing: this server listens on no socket';
    const advice = 'startTestServer() makes one that does.';
    throw new InvalidArgumentError({ argument, expected, given: given[argument], advice });
  }
  return assemble(createServerCore(options, runtime), 'https://streamone.test', () => Promise.resolve());
}
