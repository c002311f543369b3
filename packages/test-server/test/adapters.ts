import { request } from 'node:http';
import { type TestServer, type TestServerOptions, createTestServer, startTestServer } from '../src/index.js';

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** What is sent, as it is. */
export interface Sent {
  readonly target: string;
  readonly body?: string | Uint8Array;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A way to reach a server: a socket, or its fetch. */
export interface Adapter {
  readonly name: string;
  start(options?: TestServerOptions): Promise<TestServer>;
  send(server: TestServer, sent: Sent): Promise<Answered>;
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Over a real socket, with node:http. */
export const socket: Adapter = {
  name: 'socket',
  start: (options) => startTestServer(options),
  send: (server, { target, body = '', method = 'POST', headers = FORM }) =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const bytes = Buffer.from(body);
      const sending = request(
        { hostname, port, method, path: target, headers: { ...headers, 'content-length': bytes.length }, agent: false },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers as Record<string, string>,
              text: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      sending.on('error', reject);
      sending.end(bytes);
    }),
};

/** In process, by `server.fetch`. */
export const inProcess: Adapter = {
  name: 'fetch',
  start: (options) => Promise.resolve(createTestServer(options)),
  send: async (server, { target, body = '', method = 'POST', headers = FORM }) => {
    const bodyless = method === 'GET' || method === 'HEAD';
    const init = { method, headers, ...(!bodyless && { body: Buffer.from(body) }) };
    const response = await server.fetch(`${server.url}${target}`, init);
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
  },
};

/** Every adapter; what holds for one must hold for all. */
export const adapters: readonly Adapter[] = [socket, inProcess];
