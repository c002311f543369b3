import { randomBytes } from 'node:crypto';
import { type NodeClient, application, createClient, fromEnvironment } from '@streamone/node';
import type { TestServer } from '@streamone/test-server';
import { docsEnvironment, ids } from './docs-server.ts';

/** What a block may use without declaring it. All else it says itself, or the blocks above it do. */
export interface Prelude {
  /** Told which block begins, by its line. */
  readonly at: (line: number) => void;
  /** A client of a user who may do everything. */
  readonly s1: NodeClient;
  /** A client of an application that people log in to. */
  readonly app: NodeClient;
  /** The test server, in this process. */
  readonly server: TestServer;
  readonly account: string;
  readonly id: string;
  readonly psk: string;
  readonly username: string;
  readonly password: string;
  /** Somebody's address. */
  readonly ip: string;
  readonly signal: AbortSignal;
}

/** The names of what a block is given. */
export const preludeNames = [
  's1',
  'app',
  'server',
  'account',
  'id',
  'psk',
  'username',
  'password',
  'ip',
  'signal',
] as const;

/** Makes what the blocks of a page are given, and the environment around them. */
export function createPrelude(server: TestServer, at: (line: number) => void): Prelude {
  const environment = docsEnvironment(server);
  Object.assign(process.env, environment, { SESSION_KEY: randomBytes(32).toString('hex') });
  const { login, user, account } = server.credentials;
  const { url } = server;
  return {
    at,
    s1: createClient(fromEnvironment()),
    app: createClient({ url, auth: application(server.credentials.application), account }),
    server,
    account: ids.account,
    id: ids.actor,
    psk: user.psk,
    ...login,
    ip: '192.0.2.7',
    signal: new AbortController().signal,
  };
}
