import {
  InvalidArgumentError,
  type NodeClient,
  type NodeClientOptions,
  type SessionStore,
  type Transport,
  allCommands,
  createClient,
  httpTransport,
  poolTransport,
} from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';
import { sessionFolder } from '../sessions/session-folder.js';
import { abortableTransport } from '../transport/abortable-transport.js';
import type { Context } from './context.js';
import type { GlobalOptions } from './global-options.js';
import type { Settings } from './settings.js';

const PROXY = ['https_proxy', 'http_proxy', 'all_proxy'];

/** Whether the environment names a proxy. */
export const hasProxy = (env: NodeJS.ProcessEnv): boolean => PROXY.some((name) => env[name] || env[name.toUpperCase()]);

/** How requests travel: Node's own HTTP is the quickest to load, and knows no proxy. */
export const transportFor = (env: NodeJS.ProcessEnv): Transport => (hasProxy(env) ? poolTransport() : httpTransport());

/** What a client has beside its settings. */
export interface ClientExtras {
  readonly env: NodeJS.ProcessEnv;
  /** Actions that the user declared. */
  readonly own?: readonly Action[] | undefined;
  readonly log?: NodeClientOptions['log'];
  /** Ends every request, also of what takes no signal. */
  readonly signal?: AbortSignal | undefined;
  /** Where sessions are kept. */
  readonly store?: SessionStore | undefined;
}

/** A client with these settings. @throws InvalidArgumentError when credentials are missing or a setting is wrong. */
export function clientWith(settings: Settings, { env, own = [], log, signal, store }: ClientExtras): NodeClient {
  const { url, credentials, problem, accounts, customer, timezone, insecure, timeout, retry } = settings;
  if (credentials === undefined) {
    throw problem ?? new InvalidArgumentError({ expected: 'credentials', given: undefined });
  }
  const [account, ...more] = accounts?.value ?? [];
  const transport = transportFor(env);
  return createClient({
    url: url.value,
    auth: credentials.value,
    commands: [...allCommands, ...own],
    ...(account !== undefined && (more.length === 0 ? { account } : { accounts: [account, ...more] })),
    ...(customer !== undefined && { customer: customer.value }),
    ...(timezone !== undefined && { timezone: timezone.value }),
    ...(insecure.value && { allowInsecure: true }),
    ...(timeout !== undefined && { timeout: timeout.value }),
    ...(retry !== undefined && { retry: retry.value }),
    ...(log !== undefined && { log }),
    ...(store !== undefined && { store }),
    transport: signal === undefined ? transport : abortableTransport(transport, signal),
  });
}

/**
 * A client for these options; in a session where one is to be acted in.
 *
 * @throws InvalidArgumentError when credentials are missing or a setting is wrong; SessionGoneError
 */
export async function clientOf(context: Context, options: GlobalOptions): Promise<NodeClient> {
  const [settings, own] = await Promise.all([context.settings(options), context.own()]);
  const log = options.verbose === true ? (await import('../output/tell-event.js')).tellEvent : undefined;
  const extras = { env: context.env, own, log, signal: context.signal };
  if (settings.session === undefined) return clientWith(settings, extras);
  const { actInSession, sessionStore } = await import('../sessions/act-in-session.js');
  const store = sessionStore(sessionFolder(context.env));
  return actInSession(clientWith(settings, { ...extras, store }), settings.session.value, store);
}
