import type { Client } from 'undici';
import { READ_LIMIT, WRITE_LIMIT, idleLimit } from './idle-limits.js';

/** One connection, or the wish for one: undici opens it when it is first used. */
export interface OpenedClient {
  readonly client: Client;
  /** Ends it, and what is under way on it. */
  readonly end: () => void;
}

/** One of a pool. */
export interface Connection extends OpenedClient {
  /** How long it may be idle and still be used, in milliseconds. */
  limit: number;
  /** Since when it is idle, by the wall clock: a monotonic one stands still while the machine sleeps. */
  since: number;
}

/** Somebody who waits for a connection. */
export interface Waiting {
  /** Whether the request was ended meanwhile. */
  readonly ended: boolean;
  start(connection: Connection): void;
}

function isStale({ limit, since }: Connection, most: number): boolean {
  const age = Date.now() - since;
  // A clock that was set back says nothing of the age.
  return age < 0 || age >= Math.min(limit, most);
}

/**
 * The connections to one host. A request takes the one that was used last, unless it was idle for
 * too long; how long that is depends on the server's word, and on whether the request writes. Timers
 * alone don't do it: they are late when the program was busy or the machine asleep.
 */
export class ConnectionPool {
  readonly #open: () => OpenedClient;
  readonly #most: number;
  /** The one that was used last comes last. */
  #idle: Connection[] = [];
  readonly #waiting: Waiting[] = [];
  #count = 0;

  constructor(open: () => OpenedClient, most: number) {
    this.#open = open;
    this.#most = most;
  }

  /** Gives a connection to who waits, at once or when one is free. */
  take(waiting: Waiting, write: boolean): void {
    const connection = this.#fresh(write) ?? this.#another();
    if (connection === undefined) this.#waiting.push(waiting);
    else waiting.start(connection);
  }

  /** Takes a connection back whose answer was read to its end. @param hint the server's `Keep-Alive` header */
  release(connection: Connection, hint: string | undefined): void {
    connection.limit = idleLimit(hint);
    connection.since = Date.now();
    if (connection.limit <= 0) this.drop(connection);
    else if (!this.#serve(connection)) this.#idle.push(connection);
  }

  /** Ends a connection whose request failed. */
  drop(connection: Connection): void {
    this.#count -= 1;
    connection.end();
    if (this.#waiting.length === 0) return;
    const another = this.#another();
    if (another !== undefined && !this.#serve(another)) this.#idle.push(another);
  }

  /** Ends all idle connections; those in use go on. */
  close(): void {
    this.#forget(this.#idle);
    this.#idle = [];
  }

  #serve(connection: Connection): boolean {
    let next = this.#waiting.shift();
    while (next?.ended === true) next = this.#waiting.shift();
    next?.start(connection);
    return next !== undefined;
  }

  #fresh(write: boolean): Connection | undefined {
    const last = this.#idle.pop();
    if (last === undefined || !isStale(last, write ? WRITE_LIMIT : READ_LIMIT)) return last;
    // Those before it are older.
    this.#forget([...this.#idle, last]);
    this.#idle = [];
    return undefined;
  }

  #another(): Connection | undefined {
    if (this.#count >= this.#most) return undefined;
    this.#count += 1;
    return { ...this.#open(), limit: 0, since: 0 };
  }

  #forget(connections: readonly Connection[]): void {
    this.#count -= connections.length;
    for (const { end } of connections) end();
  }
}
