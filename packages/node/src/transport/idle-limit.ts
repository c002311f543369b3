import type { Agent, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { READ_LIMIT, WRITE_LIMIT, idleLimit } from './idle-limits.js';

interface Idle {
  /** How long it may be idle, in milliseconds. */
  limit: number;
  /** Since when it is, by the wall clock: a monotonic one stands still while the machine sleeps. */
  since: number;
}

const idle = new WeakMap<Socket, Idle>();

function isStale(socket: Socket, most: number): boolean {
  const { limit, since } = idle.get(socket) ?? { limit: 0, since: 0 };
  const age = Date.now() - since;
  // A clock that was set back says nothing of the age.
  return age < 0 || age >= Math.min(limit, most);
}

/** Notes how long the server of an answer will keep its connection. */
export function noteHint({ socket, headers }: IncomingMessage): void {
  const header = headers['keep-alive'];
  const limit = idleLimit(Array.isArray(header) ? header.join(', ') : header);
  idle.set(socket, { limit, since: 0 });
}

/**
 * Lets an agent drop connections before the server would: one second before the moment that it
 * named, else after four.
 */
export function limitIdle<A extends Agent>(agent: A): A {
  return Object.assign(agent, { keepSocketAlive });
}

/** Asked by an agent for each connection whose request is done: whether to keep it. */
function keepSocketAlive(socket: Socket): boolean {
  const state = idle.get(socket);
  if (state === undefined || state.limit <= 0) return false;
  state.since = Date.now();
  socket.setKeepAlive(true);
  socket.unref();
  // The agent itself ends an idle connection that times out.
  socket.setTimeout(state.limit);
  return true;
}

/**
 * Ends the idle connections that the next request must not take. Timers alone don't do it: they are
 * late when the program was busy or the machine asleep.
 */
export function dropStale(agent: Agent, write: boolean): void {
  const most = write ? WRITE_LIMIT : READ_LIMIT;
  for (const name in agent.freeSockets) {
    // The agent takes the last one, which was used last. Those before it are older.
    for (const socket of agent.freeSockets[name] ?? []) {
      if (!isStale(socket, most)) break;
      socket.destroy();
    }
  }
}

/** Ends all idle connections; those in use go on. */
export function dropIdle(agent: Agent): void {
  for (const sockets of Object.values(agent.freeSockets)) {
    for (const socket of sockets ?? []) socket.destroy();
  }
}
