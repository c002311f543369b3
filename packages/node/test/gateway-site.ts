import { createHash } from 'node:crypto';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Gateway,
  type GatewayLogEvent,
  type GatewayOptions,
  type NodeClient,
  type NodeClientOptions,
  application,
  createClient,
  createGateway,
  gatewayListener,
  user,
} from '@streamone/node';
import { type TestServer, startTestServer } from '@streamone/test-server';

/** `crypt(md5(password), salt)` of the studio's people, so that a test takes no third of a second for each login. */
export const HASHES = {
  editor: '$2y$12$qh3vtz0kxw5mf7rjn2bpdeRwNhXnrw3YmhH1MWLelrKTQ2qgdWN6a',
  reader: '$2y$12$k8ysd1gcl4uo6haiwx9rvejDmv0/qCVyGjU97TFFzsBctHBZQNWhC',
} as const;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The response to a challenge, by the hash of the password. */
export function respond(hash: string, challenge: string): string {
  const mask = Buffer.from(sha256(sha256(hash) + challenge));
  return Buffer.from(Buffer.from(hash).map((byte, at) => byte ^ (mask[at] ?? 0))).toString('base64');
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the text says, as far as tests look at it. */
  readonly json: {
    readonly header?: Record<string, unknown>;
    readonly body?: any; // oxlint-disable-line typescript/no-explicit-any -- whatever a test expects of it
    readonly error?: Record<string, unknown>;
    readonly session?: Record<string, unknown> | null;
    readonly upload?: Record<string, unknown>;
  };
}

/** How a browser sends, where it is not the usual way. */
export interface Sending {
  readonly method?: string;
  /** A header that is `undefined` is left out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: NonNullable<RequestInit['body']>;
}

/** Keeps cookies and sends what the page of a site would. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Every answer so far, headers and all. */
  seen = '';
  readonly #base: string;
  readonly #origin: string;

  constructor(base: string, origin: string) {
    this.#base = base;
    this.#origin = origin;
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async post(path: string, members: unknown = {}, sending: Sending = {}): Promise<Answer> {
    const headers = new Headers();
    const usual = {
      'x-streamone-gateway': '1',
      'content-type': 'application/json',
      origin: this.#origin,
      cookie: this.cookie || undefined,
    };
    for (const [name, value] of Object.entries({ ...usual, ...sending.headers })) {
      if (value !== undefined) headers.append(name, value);
    }
    const { method = 'POST' } = sending;
    const body = ['GET', 'HEAD', 'OPTIONS'].includes(method) ? null : (sending.body ?? JSON.stringify(members));
    const response = await fetch(`${this.#base}/${path}`, {
      method,
      headers,
      body,
      redirect: 'manual',
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    });
    const text = await response.text();
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = '', seconds = ''] = /^([^=]+)=([^;]*);.*Max-Age=(\d+)/.exec(line) ?? [];
      if (seconds === '0') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    this.seen += `${JSON.stringify([...response.headers])}\n${text}\n`;
    const json = text.startsWith('{') ? (JSON.parse(text) as Answer['json']) : {};
    return { status: response.status, headers: response.headers, text, json };
  }

  call(path: string, args: Readonly<Record<string, string | null>> = {}, more: object = {}): Promise<Answer> {
    return this.post(`api/${path}`, { arguments: args, ...more });
  }

  /** Logs in as somebody of the studio. */
  async login(username: keyof typeof HASHES = 'editor', sending: Sending = {}): Promise<Answer> {
    const { json } = await this.post('login/initialize', { username }, sending);
    const challenge = String(json.body?.challenge);
    return this.post('login', { challenge, response: respond(HASHES[username], challenge) }, sending);
  }
}

/** A site with a gateway on a socket, before a platform. */
export interface Site {
  readonly platform: TestServer;
  readonly gateway: Gateway;
  readonly client: NodeClient;
  readonly events: GatewayLogEvent[];
  /** Without a path. */
  readonly url: string;
  readonly options: GatewayOptions;
  /** Everything that must be in no answer. */
  secrets(): string[];
  /** `command/action` of what reached the platform. */
  asked(): string[];
  browser(): Browser;
  [Symbol.asyncDispose](): Promise<void>;
}

/** How a site differs from the usual one. */
export interface SiteOptions extends Partial<Omit<GatewayOptions, 'client'>> {
  readonly as?: 'user' | 'application';
  readonly clientOptions?: Partial<NodeClientOptions> & { readonly commands?: undefined };
  readonly clock?: () => number;
  /** Whether pages of other origins may use the platform itself. */
  readonly cors?: boolean;
  /** How the gateway is served. */
  readonly listener?: (gateway: Gateway) => RequestListener;
}

/** Serves a listener on a free port of this machine. */
export async function serve(
  listener: RequestListener,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** Starts one; `item/view` and `user/viewme` may be called unless told otherwise. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const { as = 'application', clientOptions, clock, cors = false, listener = gatewayListener, ...given } = options;
  const platform = await startTestServer({ cors, ...(clock !== undefined && { clock }) });
  const { credentials } = platform;
  const auth = as === 'user' ? user(credentials.user) : application(credentials.application);
  const client = createClient({
    url: platform.url,
    auth,
    account: credentials.account,
    retry: 0,
    ...(clock !== undefined && { clock }),
    ...clientOptions,
  });
  const events: GatewayLogEvent[] = [];
  const gatewayOptions: GatewayOptions = {
    client,
    allow: ['item/view', 'user/viewme'],
    log: (event) => events.push(event),
    ...given,
  };
  const gateway = createGateway(gatewayOptions);
  const { url, close } = await serve(listener(gateway));
  const made: string[] = [];
  return {
    platform,
    gateway,
    client,
    events,
    url,
    options: gatewayOptions,
    secrets: () => {
      const { state } = platform;
      made.push(...[...state.sessions].flatMap(({ id, key }) => [id, key]));
      made.push(...[...state.uploadtokens].map(({ token }) => token));
      const actors = [credentials.user.psk, credentials.application.psk, credentials.login.password];
      const hashes = [...state.users].flatMap(({ password }) =>
        password === null ? [] : [password.s, password.v2hash],
      );
      return [...new Set([...made, ...actors, ...hashes])];
    },
    asked: () =>
      platform.journal.entries().map(({ command, action }) => `${command}${action === undefined ? '' : `/${action}`}`),
    browser: () => new Browser(`${url}/streamone`, url),
    async [Symbol.asyncDispose]() {
      await close();
      await client.close();
      await platform.close();
    },
  };
}
