import { fetchAdapter } from './adapters/fetch-adapter.js';
import type { HmacSha1 } from './hmac/hmac-sha1.js';
import { type ServerCore, createServerCore } from './server-core.js';
import type { TestServer } from './test-server.js';
import type { TestServerOptions } from './test-server-options.js';

/** Puts a server together: a core, where it can be reached, and how it stops. */
export function assemble(core: ServerCore, url: string, close: () => Promise<void>): TestServer {
  const { answer, ...rest } = core;
  return { ...rest, url, fetch: fetchAdapter(answer), close, [Symbol.asyncDispose]: close };
}

/** Makes a server without a socket, for a runtime's HMAC. */
export function inProcess(options: TestServerOptions, hmac: HmacSha1): TestServer {
  return assemble(createServerCore(options, hmac), 'https://streamone.test', () => Promise.resolve());
}
