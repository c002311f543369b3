import { type Credentials, InvalidArgumentError, baseUrl, nodeHmac, signRequest } from '@streamone/node';
import { type OutputOptions, outputFormat } from '../../output/output-options.js';
import { printData } from '../../output/print-data.js';
import { writeOut } from '../../output/write-out.js';
import type { Context } from '../../program/context.js';
import type { GlobalOptions } from '../../program/global-options.js';
import { signingCredentials } from '../../sessions/signing-credentials.js';
import { type SignedAction, encodeSignedArguments } from './encode-signed-arguments.js';
import { signedForm } from './signed-form.js';
import { signedText } from './signed-text.js';

/** How a signed request is printed. */
export interface SignedRequestOptions extends GlobalOptions, OutputOptions {
  /** UNIX time in whole seconds; now unless given. */
  readonly timestamp?: string | undefined;
}

function seconds(text: string | undefined): number {
  if (text === undefined) return Math.floor(Date.now() / 1000);
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError({ argument: '--timestamp', expected: 'UNIX time in whole seconds', given: text });
}

function keyInWords(credentials: Credentials): string {
  if (credentials.type !== 'session') return `the key of ${credentials.type} ${credentials.id}`;
  const { application, id } = credentials;
  return `the key of application ${application.id}, immediately followed by that of session ${id}`;
}

/**
 * Prints the signed request of an action instead of sending it: for people on a terminal, else as data.
 *
 * @throws InvalidArgumentError when credentials are missing or an argument does not fit; SessionGoneError.
 */
export async function printSignedRequest(
  context: Context,
  entry: SignedAction,
  args: Readonly<Record<string, unknown>>,
  options: SignedRequestOptions,
): Promise<void> {
  const settings = await context.settings(options);
  const { url, insecure, accounts, customer, timezone } = settings;
  const credentials = await signingCredentials(context, settings);
  const base = baseUrl(url.value, insecure.value);
  const request = {
    command: entry.command,
    action: entry.action,
    arguments: encodeSignedArguments(entry, args),
    ...(accounts !== undefined && accounts.value.length > 0 && { accounts: accounts.value }),
    ...(customer !== undefined && { customer: customer.value }),
    ...(timezone !== undefined && { timezone: timezone.value }),
  };
  const timestamp = seconds(options.timestamp);
  const form = signedForm(base, await signRequest(request, credentials, { timestamp, hmac: nodeHmac }), timestamp);
  const plain = options.fields === undefined && options.query === undefined;
  if (plain && outputFormat(options) === 'table') await writeOut(signedText(form, keyInWords(credentials)));
  else await printData(form, options);
}
