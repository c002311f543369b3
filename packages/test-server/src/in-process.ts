import { fetchAdapter } from './adapters/fetch-adapter.js';
import type { Runtime } from './runtime.js';
import { type ServerCore, createServerCore } from './server-core.js';
import type { TestServer } from './test-server.js';
import type { TestServerOptions } from './test-server-options.js';

/** Puts a server together: a core, where it can be reached, and how it stops. */
export function assemble(core: ServerCore, url: string, close: () => Promise<void>): TestServer {
  const { answer, web, place, ...rest } = core;
  place.url = url;
  return { ...rest, url, fetch: fetchAdapter(answer, web), close, [Symbol.asyncDispose]: close };
}

/** Makes a server without a socket, for a runtime. */
export function inProcess(options: TestServerOptions, runtime: Runtime): TestServer {
  return assemble(createServerCore(options, runtime), 'https://streamone.test', () => Promise.resolve());
}
