import { fetchAdapter } from './adapters/fetch-adapter.js';
import { ConnectionResetError } from './faults/connection-reset-error.js';
import type { Runtime } from './runtime.js';
import { type ServerCore, createServerCore } from './server-core.js';
import type { TestServer } from './test-server.js';
import type { TestServerOptions } from './test-server-options.js';

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

/** Makes a server without a socket, for a runtime. */
export function inProcess(options: TestServerOptions, runtime: Runtime): TestServer {
  return assemble(createServerCore(options, runtime), 'https://streamone.test', () => Promise.resolve());
}
