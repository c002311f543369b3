import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long an upload may take to come, in milliseconds: an hour. */
const LONGEST = 3_600_000;

/** Node says it of every socket that a server accepted; its declarations don't. */
interface Accepted extends Socket {
  readonly server?: Server;
}

/** Uploads that are coming, by their server, and how long its requests may take else. */
const coming = new WeakMap<Server, { uploads: number; readonly usual: number }>();

/**
 * Lets an upload take its time, as long as it comes at all. Node has one limit for all requests of a
 * server, so while an upload comes others may take as long.
 */
export function allowLongUpload(message: IncomingMessage): void {
  const { server } = message.socket as Accepted;
  if (server === undefined || message.complete) return;
  const state = coming.get(server) ?? { uploads: 0, usual: server.requestTimeout };
  coming.set(server, state);
  state.uploads++;
  server.requestTimeout = LONGEST;
  const stalled = (): void => void message.destroy(new Error('Nothing more of the upload comes.'));
  message.socket.setTimeout(state.usual, stalled);
  let over = false;
  const end = (): void => {
    if (over) return;
    over = true;
    message.socket.setTimeout(0, stalled);
    state.uploads--;
    if (state.uploads === 0) server.requestTimeout = state.usual;
  };
  message.once('end', end).once('close', end);
}
