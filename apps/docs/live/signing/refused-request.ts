import type { ExplainedRequest, Explanation, VerificationStep } from '@streamone/test-server';
import { signRequest, webHmac } from '@streamone/core';
import { credentialsOf, keysOf, requestOf, signingText } from './read-signing-form.ts';
import { readCurlLine } from './curl-line.ts';
import type { SigningForm } from './signing-form.ts';

/** What is found of a pasted request. */
export interface Finding {
  readonly signed: boolean;
  /** The finding in a few words: what is refused need not be signed wrong. */
  readonly headline: string;
  readonly explanation: Explanation | undefined;
  readonly steps: readonly VerificationStep[];
  readonly stringToSign: string | undefined;
}

const PASTED = /^(?:([A-Za-z]+)\s+)?((?:https?:\/\/|\/)\S*)(?:\s+HTTP\/[\d.]+)?(?:\s*\n\s*([^]*))?$/;

/** Why a text is no request that can be explained here. */
export function notRead(text: string): string {
  return /^(?:[$%>#]\s+)?curl(?:\.exe)?\s/.test(text.trim())
    ? 'Of curl lines only those that this page makes are read here; “streamone verify” reads all of them.'
    : 'This is no request: put its whole address here, with the query, and its body on the lines below.';
}

/** Reads an address, with its body on the lines below, or a curl line of this page. `undefined` where it is none. */
export function readPasted(text: string): ExplainedRequest | undefined {
  const curl = readCurlLine(text);
  if (curl !== undefined) return { method: 'POST', target: curl.url, body: curl.body };
  const [, method = 'POST', target, body = ''] = PASTED.exec(text.trim()) ?? [];
  return target === undefined ? undefined : { method: method.toUpperCase(), target, body };
}

/** The server names a field of its data (`users.id`); who reads this sees a form. */
function refuseKeys(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  const message = error.message.replace(
    /^(user|application|session)s\.(id|psk|key)\b/,
    (_, who: string, what: string) => {
      const name = who.charAt(0).toUpperCase() + who.slice(1);
      return what === 'id' ? `${name} ID` : `${name}’s key`;
    },
  );
  throw new Error(message, { cause: error });
}

/** Says what is wrong with a request, by the keys of a form. The test server, which knows, is loaded here. */
export async function explainPasted(request: ExplainedRequest, form: SigningForm): Promise<Finding> {
  const { explainRequest } = await import('@streamone/test-server');
  const { signed, explanation, steps, stringToSign } = await explainRequest(request, keysOf(form)).catch(refuseKeys);
  const wrong = steps.some(({ name, result }) => name === 'signature' && result === 'failed');
  const refused = wrong ? 'It is not signed right.' : 'It would be refused.';
  return { signed, headline: signed ? 'The signature is right.' : refused, explanation, steps, stringToSign };
}

/** The request of a form, signed wrong: the arguments, or where there are none the last "&", are left out of the string. */
export async function wrongExample(form: SigningForm): Promise<string> {
  const timestamp = Number(form.timestamp);
  const { path, query, body } = await signRequest(requestOf(form), credentialsOf(form), { timestamp });
  const parameters = query.slice(0, query.lastIndexOf('&signature='));
  const wrong = await webHmac(signingText(form), `${path}?${parameters}${body === '' ? '' : '&'}`);
  const address = `POST ${form.baseUrl.replace(/\/+$/, '')}${path}?${parameters}&signature=${wrong}`;
  return body === '' ? address : `${address}\n\n${body}`;
}
