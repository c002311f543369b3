import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Client, buildConnector } from 'undici';
import { proxyRefusal } from './proxy-refusal.js';
import { type ConnectionOptions, tlsOptions } from './tls-options.js';

type Connect = buildConnector.connector;
type Callback = buildConnector.Callback;

/** Nothing of a request is sent before its connection is set up, TLS included: says so in Node's own way. */
function beforeSending(callback: Callback): Callback {
  return (...result) => {
    if (result[0] === null) callback(...result);
    else callback(Object.assign(result[0], { syscall: 'connect' }), null);
  };
}

function basic({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const said = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(said).toString('base64')}` };
}

/** Connects to a host itself. */
export function directConnector(options: ConnectionOptions): Connect {
  const connect = buildConnector({ ...tlsOptions(options), allowH2: false });
  return (target, callback) => connect(target, beforeSending(callback));
}

/**
 * Connects to a host through a proxy: asks it for a tunnel (`CONNECT`), then speaks TLS with the host
 * itself, so that the proxy sees its name and nothing more.
 *
 * @param proxy its address, with name and password where it wants them
 */
export function proxyConnector(proxy: URL, options: ConnectionOptions): Connect {
  const connect = buildConnector({ ...tlsOptions(options), allowH2: false });
  const toProxy = new Client(proxy.origin, { connect: { ...tlsOptions(options), allowH2: false } });
  const headers = basic(proxy);
  async function tunnel(place: string): Promise<Duplex> {
    const { statusCode, socket } = await toProxy.connect({ path: place, headers: { ...headers, host: place } });
    if (statusCode === 200) return socket;
    socket.on('error', () => undefined).destroy();
    throw proxyRefusal(proxy, statusCode);
  }
  return (target, given) => {
    const callback = beforeSending(given);
    const { hostname, protocol, port } = target;
    const open = async (): Promise<void> => {
      // What a proxy's connection gives is the socket itself; only its type says less.
      let socket: Socket;
      try {
        socket = (await tunnel(`${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`)) as Socket;
      } catch (error) {
        callback(error as Error, null);
        return;
      }
      if (protocol === 'https:') connect({ ...target, httpSocket: socket }, callback);
      else callback(null, socket);
    };
    void open();
  };
}
