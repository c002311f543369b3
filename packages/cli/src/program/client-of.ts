import {
  InvalidArgumentError,
  type NodeClient,
  type NodeClientOptions,
  allCommands,
  createClient,
  httpTransport,
} from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';
import type { Context } from './context.js';
import type { GlobalOptions } from './global-options.js';
import type { Settings } from './settings.js';

const PROXY = ['https_proxy', 'http_proxy', 'all_proxy'];

/** Node's own HTTP is the quickest to load, and knows no proxy. */
const hasProxy = (env: NodeJS.ProcessEnv): boolean => PROXY.some((name) => env[name] || env[name.toUpperCase()]);

/** What a client has beside its settings. */
export interface ClientExtras {
  readonly env: NodeJS.ProcessEnv;
  /** Actions that the user declared. */
  readonly own?: readonly Action[] | undefined;
  readonly log?: NodeClientOptions['log'];
}

/** A client with these settings. @throws InvalidArgumentError when credentials are missing or a setting is wrong. */
export function clientWith(settings: Settings, { env, own = [], log }: ClientExtras): NodeClient {
  const { url, credentials, problem, accounts, customer, timezone, insecure, timeout, retry } = settings;
  if (credentials === undefined) {
    throw problem ?? new InvalidArgumentError({ expected: 'credentials', given: undefined });
  }
  const [account, ...more] = accounts?.value ?? [];
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
    ...(!hasProxy(env) && { transport: httpTransport() }),
  });
}

/** A client for these options. @throws InvalidArgumentError when credentials are missing or a setting is wrong. */
export async function clientOf(context: Context, options: GlobalOptions): Promise<NodeClient> {
  const [settings, own] = await Promise.all([context.settings(options), context.own()]);
  const log = options.verbose === true ? (await import('../output/tell-event.js')).tellEvent : undefined;
  return clientWith(settings, { env: context.env, own, log });
}
