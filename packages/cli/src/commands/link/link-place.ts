import { InvalidArgumentError, isLoopback } from '@streamone/node';
import type { Context } from '../../program/context.js';
import type { GlobalOptions } from '../../program/global-options.js';

/** Options of a command that makes links. */
export interface LinkOptions extends GlobalOptions {
  /** The host that the link leads to. */
  readonly host?: string;
}

/** Where a link leads, and in which account. */
export interface LinkPlace {
  /** ID of the account, where one is set. */
  readonly account: string | undefined;
  /** Scheme and host; `undefined` for the platform's own. */
  readonly host: string | undefined;
}

function localHost(address: string): string | undefined {
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `http://${address}`);
  return url !== null && isLoopback(url.hostname) ? url.origin : undefined;
}

/**
 * Where links lead: to the host that is given, else to the API's own machine where that is this one, as a test server
 * is, else to the platform.
 *
 * @throws InvalidArgumentError when several accounts are set: a link is of one.
 */
export async function linkPlace(context: Context, options: LinkOptions): Promise<LinkPlace> {
  const { accounts, url } = await context.settings(options);
  const [account, ...more] = accounts?.value ?? [];
  if (more.length > 0) {
    throw new InvalidArgumentError({ argument: accounts?.from, expected: 'one account', given: accounts?.value });
  }
  return { account, host: options.host ?? localHost(url.value) };
}

/** The account of a link that needs one. @throws InvalidArgumentError that says where to set it */
export function neededAccount({ account }: LinkPlace): string {
  if (account !== undefined) return account;
  throw new InvalidArgumentError({
    argument: '--account',
    expected: "the ID of the item's account, which is part of the link",
    given: undefined,
    advice: 'A profile or STREAMONE_DEFAULT_ACCOUNT_ID can have it too.',
  });
}
