import { type BaseClient, type RuntimeParts, createRuntimeClient, fetchTransport } from '@streamone/client/runtime';
import { InvalidArgumentError } from '@streamone/core';
import type { Action, Command } from '@streamone/core/catalogue';
import { pageAttempts } from './attempts/page-attempts.js';
import type {
  BrowserClient,
  GatewayClient,
  GatewayClientOptions,
  UserClient,
  UserClientOptions,
} from './browser-client.js';
import { gatewayParts } from './gateway/gateway-parts.js';
import { uploadMembers } from './upload/upload-members.js';
import { pageAuth } from './user/page-auth.js';
import { subtleCrypto } from './user/subtle-crypto.js';

function refuse(argument: string, expected: string, given: unknown, advice?: string): never {
  throw new InvalidArgumentError({ argument, expected, given, advice });
}

/** What both kinds of clients are made of; core's signing comes when a page signs for the first time. */
const common: Pick<RuntimeParts, 'attempts' | 'hmac' | 'sign'> = {
  attempts: pageAttempts,
  hmac: async (...signed) => (await import('./user/signing.js')).pageHmac(...signed),
  sign: async (...request) => (await import('./user/signing.js')).signRequest(...request),
};

/** What belongs to a client that signs for itself, and what to none in a browser. */
function checkNothingElse(options: object, names: readonly string[], where: string): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && names.includes(name)) refuse(name, `nothing, ${where}`, 'a setting');
  }
}

function checkCommands(commands: unknown): void {
  if (!Array.isArray(commands)) return;
  if (!commands.some((entry: Command | Action | undefined) => entry?.command === 'session')) return;
  const advice = 'A gateway lets nobody call session/*; log in by login().';
  refuse('commands', 'commands without session, which is a member of the client', 'session', advice);
}

/**
 * Makes a client for a browser. With a gateway, which is the default, calls are sent to the site's own server, which
 * signs for the page or for the person who logs in; with `auth` the page signs, with a key that a person typed.
 * Importing the package and making a client need no page, so both work on a server too.
 *
 * @throws InvalidArgumentError naming the option that is wrong; InsecureContextError where a page is to sign that has
 *   no cryptography
 */
export function createClient<const Commands extends readonly (Command | Action)[] = []>(
  options?: GatewayClientOptions<Commands>,
): BrowserClient<GatewayClient, Commands>;
export function createClient<const Commands extends readonly (Command | Action)[] = []>(
  options: UserClientOptions<Commands>,
): BrowserClient<UserClient, Commands>;
export function createClient(options: GatewayClientOptions | UserClientOptions = {}): BaseClient {
  if (typeof options !== 'object' || options === null) refuse('options', 'an object with options by name', options);
  checkNothingElse(options, ['store'], 'in a browser');
  if (options.auth === undefined) {
    const { gateway, loginWorker, auth: _none, ...rest } = options;
    checkNothingElse(rest, ['url', 'allowInsecure'], 'with a gateway');
    checkCommands(rest.commands);
    const { parts, address } = gatewayParts({ ...rest, gateway, loginWorker });
    // Over plain HTTP too: the page itself came that way.
    return createRuntimeClient(
      { ...rest, fetch: undefined, url: address, allowInsecure: true },
      { ...common, ...parts },
    );
  }
  checkNothingElse(options, ['gateway', 'loginWorker'], 'with a key');
  const { auth, gateway: _none, fetch, ...rest } = options;
  subtleCrypto();
  const transport = fetchTransport((url, init) => (fetch ?? globalThis.fetch)(url, init));
  return createRuntimeClient({ ...rest, auth: pageAuth(auth) }, { ...common, transport, members: uploadMembers() });
}
