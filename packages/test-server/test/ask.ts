import type { TestServer } from '../src/index.js';
import { inProcess, type Adapter } from './adapters.js';
import { type Wish, sign } from './sign.js';

/** A response of the API, as the tests read it. */
export interface Envelope<Body> {
  readonly header: {
    readonly status: number;
    readonly statusmessage: string;
    readonly count?: number;
    readonly timezone: string;
    readonly cacheable: boolean;
    readonly sessiontimeout?: number;
    readonly explanation?: string;
  };
  readonly body: Body;
}

/** An item, as far as the tests look. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly description: string | null;
  readonly datecreated: string;
  readonly dateaired: string | null;
  readonly keywords: string[];
  readonly archived: boolean;
  readonly files?: unknown[];
}

/** What a test may leave out: the key and, for items, the account are the scenario's. */
export type PartialWish = Partial<Wish>;

/** Signs by the server's clock, with the scenario's user unless told otherwise. */
export function signFor(server: TestServer, wish: PartialWish = {}): ReturnType<typeof sign> {
  const key = wish.session || wish.type === 'application' ? server.credentials.application : server.credentials.user;
  return sign({ key, timestamp: Math.floor(server.clock.now() / 1000), ...wish });
}

/** Sends a signed request and reads the answer. */
export async function ask<Body = Row[]>(
  server: TestServer,
  wish: PartialWish = {},
  adapter: Adapter = inProcess,
): Promise<Envelope<Body>> {
  const { target, body } = signFor(server, wish);
  const { text } = await adapter.send(server, { target, body });
  return JSON.parse(text) as Envelope<Body>;
}

/** Sends a request to `item/view` in the scenario's account. */
export function view(
  server: TestServer,
  args: Record<string, string> = {},
  more: PartialWish = {},
  adapter: Adapter = inProcess,
): Promise<Envelope<Row[]>> {
  return ask(server, { account: server.credentials.account, args, ...more }, adapter);
}
