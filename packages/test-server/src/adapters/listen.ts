import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InvalidArgumentError } from '@streamone/core';
import type { Answer } from '../answer/answer.js';
import type { WebAnswer } from '../web/web-answer.js';
import { isLoopback } from './is-loopback.js';
import { nodeListener } from './node-listener.js';
import { type SocketLimits, socketLimits } from './socket-limits.js';

// An import of node:http touches each of its exports, among them some that load all of undici, which
// takes a tenth of the time to the first answer.
const { createServer } = process.getBuiltinModule('node:http');

/** Where a server listens, and how it stops. */
export interface Listening {
  /** The base URL, without a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** How long requests that are under way may take to end when the server stops, in milliseconds. */
const GRACE = 1000;

/** Checks that an address is of this machine alone, unless others are allowed. @throws InvalidArgumentError */
export function checkHost(host: string, allowRemote: boolean): void {
  if (allowRemote || isLoopback(host)) return;
  throw new InvalidArgumentError({
    argument: 'host',
    expected: 'an address of this machine alone, as 127.0.0.1',
    given: host,
    advice: 'Whoever reaches the test server can use it; allow that with allowRemote (--allow-remote).',
  });
}

/** Checks a port. @throws InvalidArgumentError */
export function checkPort(port: number): void {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return;
  throw new InvalidArgumentError({ argument: 'port', expected: 'a whole number from 0 to 65535', given: port });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/**
 * Listens on a socket, with limits on whatever a client can draw out. Fails as `listen` does, as when the port is taken.
 *
 * @param closing ends what waits on purpose
 */
export function listen(
  answer: Answer,
  web: WebAnswer,
  closing: AbortSignal,
  port: number,
  host: string,
): Promise<Listening> {
  return listenWith(nodeListener(answer, web, closing), port, host);
}

/** The same for a listener of any kind. */
export function listenWith(
  listener: RequestListener,
  port: number,
  host: string,
  limits: SocketLimits = socketLimits,
): Promise<Listening> {
  const { maxConnections, ...times } = limits;
  const server = createServer({ ...times, noDelay: true }, listener);
  server.maxConnections = maxConnections;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const { address, family, port: taken } = server.address() as AddressInfo;
      const name = family === 'IPv6' ? `[${address}]` : address;
      resolve({ url: `http://${name}:${taken}`, close: () => close(server) });
    });
  });
}
