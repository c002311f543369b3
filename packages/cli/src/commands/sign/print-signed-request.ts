import { InvalidArgumentError, baseUrl, nodeHmac, signRequest } from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';
import { type OutputOptions } from '../../output/output-options.js';
import { printData } from '../../output/print-data.js';
import type { Context } from '../../program/context.js';
import type { GlobalOptions } from '../../program/global-options.js';

/** An action as it is signed: of one that the catalogue lacks, only the name is known. */
export type SignedAction = Pick<Action, 'command' | 'action'> & Partial<Pick<Action, 'arguments'>>;

/** A value of an argument of which no type is known. */
function plain(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(plain).join(',');
  throw new InvalidArgumentError({ expected: 'text, a number, true, false, null, or a list of them', given: value });
}

/** The arguments as text, as the client writes them. @throws InvalidArgumentError naming the one that does not fit */
function encoded({ command, action, arguments: declared }: SignedAction, args: Readonly<Record<string, unknown>>) {
  return Object.entries(args).map(([name, value]): readonly [string, string | number | boolean | null] => {
    if (value === null) return [name, null];
    const type = declared !== undefined && Object.hasOwn(declared, name) ? declared[name]?.type : undefined;
    try {
      return [name, type === undefined ? plain(value) : type.encode(value)];
    } catch (error) {
      throw error instanceof InvalidArgumentError ? error.at({ command, action, argument: name }) : error;
    }
  });
}

/**
 * Prints the signed request of an action instead of sending it, for `--dry-run`.
 *
 * @throws InvalidArgumentError when credentials are missing or an argument does not fit.
 */
export async function printSignedRequest(
  context: Context,
  entry: SignedAction,
  args: Readonly<Record<string, unknown>>,
  options: GlobalOptions & OutputOptions,
): Promise<void> {
  const { url, insecure, credentials, problem, accounts, customer, timezone } = await context.settings(options);
  if (credentials === undefined) {
    throw problem ?? new InvalidArgumentError({ expected: 'credentials', given: undefined });
  }
  const base = baseUrl(url.value, insecure.value);
  const request = {
    command: entry.command,
    action: entry.action,
    arguments: encoded(entry, args),
    ...(accounts !== undefined && accounts.value.length > 0 && { accounts: accounts.value }),
    ...(customer !== undefined && { customer: customer.value }),
    ...(timezone !== undefined && { timezone: timezone.value }),
  };
  const timestamp = Math.floor(Date.now() / 1000);
  const { path, query, body, stringToSign, signature } = await signRequest(request, credentials.value, {
    timestamp,
    hmac: nodeHmac,
  });
  await printData({ method: 'POST', url: `${base}${path}?${query}`, body, stringToSign, signature }, options);
}
