import { type Socket, connect } from 'node:net';
import type { TestServer } from '../src/index.js';
import { signFor } from './ask.js';

/** Something that listens. */
export type Listening = Pick<TestServer, 'url'>;

/** A connection that the test holds itself, byte by byte. */
export interface RawSocket {
  readonly socket: Socket;
  /** What came so far, a byte string. */
  text(): string;
  /** Ends when what came is enough, or the server has closed; tells what came. */
  until(enough: (text: string) => boolean): Promise<string>;
  /** Ends when the server has closed, properly or by a reset; tells what came. */
  closed(): Promise<string>;
}

/** Connects. A connection that the server resets is one that it has closed. */
export async function rawSocket({ url }: Listening): Promise<RawSocket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let received = '';
  let gone = false;
  const waiting = new Set<() => void>();
  const look = (): void => {
    for (const wake of waiting) wake();
  };
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString('latin1');
    look();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    gone = true;
    look();
  });
  await new Promise<void>((resolve) => socket.once('connect', resolve).once('close', () => resolve()));
  const until = (enough: (text: string) => boolean): Promise<string> =>
    new Promise((resolve) => {
      const wake = (): void => {
        if (!gone && !enough(received)) return;
        waiting.delete(wake);
        resolve(received);
      };
      waiting.add(wake);
      wake();
    });
  return { socket, text: () => received, until, closed: () => until(() => false) };
}

/** Sends bytes on a connection of their own; tells what came until it was enough, or the server closed. */
export async function exchange(
  server: Listening,
  bytes: string | Uint8Array,
  enough: (text: string) => boolean = () => false,
): Promise<string> {
  const connection = await rawSocket(server);
  connection.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  const text = await connection.until(enough);
  connection.socket.destroy();
  return text;
}

/** A request that the server answers well, as bytes. */
export function goodRequest(server: TestServer, more = ''): string {
  return `POST ${signFor(server, { path: '/api/user/viewme' }).target} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
}

/** Whether a server still answers as it should. */
export async function isWell(server: TestServer): Promise<boolean> {
  return (await exchange(server, goodRequest(server), (text) => text.endsWith('}'))).includes('"status":0');
}
