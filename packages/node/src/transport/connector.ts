import { type Socket, isIPv6 } from 'node:net';
import type { Duplex } from 'node:stream';
import { Client, buildConnector } from 'undici';
import { proxyRefusal } from './proxy-refusal.js';
import { type ConnectionOptions, tlsOptions } from './tls-options.js';

type Callback = buildConnector.Callback;
/** Makes a connection. @param signal gives it up while it is being made */
type Connect = (target: buildConnector.Options, callback: Callback, signal?: AbortSignal) => void;

/**
 * As a connection that could not be made. undici takes its own `UND_ERR_SOCKET` for one that was lost later, and would
 * connect again at once, and again, to a proxy that ends each connection.
 */
function asReset(error: Error): Error {
  const lost = 'code' in error && error.code === 'UND_ERR_SOCKET';
  return lost
    ? Object.assign(new Error('the connection ended while it was made', { cause: error }), { code: 'ECONNRESET' })
    : error;
}

/** Nothing of a request is sent before its connection is set up, TLS included: says so in Node's own way. */
function beforeSending(callback: Callback): Callback {
  return (...result) => {
    if (result[0] === null) callback(...result);
    else callback(Object.assign(asReset(result[0]), { syscall: 'connect' }), null);
  };
}

/** As undici connects, given up by a signal: nobody waits for the connection any more, and it would keep the program. */
function endable(connect: buildConnector.connector): Connect {
  return (target, callback, signal) => {
    const stop = (): void => void socket.destroy(new Error('the request was ended while its connection was made'));
    const settled: Callback = (...result) => {
      signal?.removeEventListener('abort', stop);
      beforeSending(callback)(...result);
    };
    // It gives the socket at once; only its type says less.
    const socket = connect(target, settled) as unknown as Socket;
    signal?.addEventListener('abort', stop);
    if (signal?.aborted === true) stop();
  };
}

/** How long a proxy may take to make a tunnel, in milliseconds: as long as a connection may. */
const TUNNEL_LIMIT = 10_000;

function basic({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const said = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(said).toString('base64')}` };
}

/** Connects to a host itself. */
export function directConnector(options: ConnectionOptions): Connect {
  return endable(buildConnector({ ...tlsOptions(options), allowH2: false }));
}

/**
 * Connects to a host through a proxy: asks it for a tunnel (`CONNECT`), then speaks TLS with the host
 * itself, so that the proxy sees its name and nothing more.
 *
 * @param proxy its address, with name and password where it wants them
 */
export function proxyConnector(proxy: URL, options: ConnectionOptions): Connect {
  const connect = directConnector(options);
  const settings = { connect: { ...tlsOptions(options), allowH2: false }, headersTimeout: TUNNEL_LIMIT };
  const headers = basic(proxy);
  async function tunnel(place: string, signal: AbortSignal | undefined): Promise<Duplex> {
    // One for each tunnel: they would else wait for each other, and all for one that is never made.
    const toProxy = new Client(proxy.origin, settings);
    const stop = (): void => void toProxy.destroy().catch(() => undefined);
    signal?.addEventListener('abort', stop);
    const asked = toProxy.connect({ path: place, headers: { ...headers, host: place } });
    const { statusCode, socket } = await asked.finally(() => signal?.removeEventListener('abort', stop));
    if (statusCode === 200) return socket;
    socket.on('error', () => undefined).destroy();
    throw proxyRefusal(proxy, statusCode);
  }
  return (target, callback, signal) => {
    const failed = beforeSending(callback);
    const { hostname, protocol, port } = target;
    // An IPv6 address comes without its brackets here.
    const host = isIPv6(hostname) ? `[${hostname}]` : hostname;
    const open = async (): Promise<void> => {
      // What a proxy's connection gives is the socket itself; only its type says less.
      let socket: Socket;
      try {
        socket = (await tunnel(`${host}:${port || (protocol === 'https:' ? 443 : 80)}`, signal)) as Socket;
      } catch (error) {
        failed(error as Error, null);
        return;
      }
      if (protocol === 'https:') connect({ ...target, httpSocket: socket }, callback, signal);
      else callback(null, socket);
    };
    void open();
  };
}
