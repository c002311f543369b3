import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How many requests of one connection may wait at a time: a client could pipeline them without end. */
const MOST_WAITING = 100;

const waiting = new WeakMap<Socket, number>();

/** Counts an answer that may have to wait, until it is over; tells whether its connection has too many of them. */
export function isCrowded(response: ServerResponse): boolean {
  const { socket } = response.req;
  const count = (waiting.get(socket) ?? 0) + 1;
  waiting.set(socket, count);
  response.once('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
  return count > MOST_WAITING;
}
