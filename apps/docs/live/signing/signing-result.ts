import { InvalidArgumentError, signRequest } from '@streamone/core';
import { curlLine } from './curl-line.ts';
import { credentialsOf, requestOf, signingText } from './read-signing-form.ts';
import { rowAtFault } from './row-at-fault.ts';
import type { SigningForm } from './signing-form.ts';
import { type WrittenPair, writtenPairs } from './written-pairs.ts';

/** Each step of the signing of a request. */
export interface SigningResult {
  readonly path: string;
  /** The parameters as a form, without the signature. */
  readonly parameters: string;
  readonly parameterPairs: readonly WrittenPair[];
  /** The arguments as a form. */
  readonly body: string;
  readonly argumentPairs: readonly WrittenPair[];
  readonly stringToSign: string;
  readonly key: string;
  readonly signature: string;
  readonly url: string;
  readonly curl: string;
}

/** A request that can't be sent faithfully: what core said. */
export interface SigningRefusal {
  readonly refused: string;
  /** The argument or parameter that is at fault, where it is known. */
  readonly argument: string | undefined;
  /** The row of the argument whose name is at fault. */
  readonly nameOf: number | undefined;
  /** The row of the argument whose value is at fault. */
  readonly valueOf: number | undefined;
}

function checkBaseUrl(given: string): void {
  if (/^https?:\/\//i.test(given) && URL.canParse(given) && !/[?#\s]/.test(given)) return;
  throw new InvalidArgumentError({
    argument: 'url',
    expected: 'an address with http:// or https://, without a query',
    given,
  });
}

async function sign(form: SigningForm): Promise<SigningResult> {
  checkBaseUrl(form.baseUrl);
  const timestamp = form.timestamp.trim() === '' ? Number.NaN : Number(form.timestamp);
  const signed = await signRequest(requestOf(form), credentialsOf(form), { timestamp });
  const { path, query, body, stringToSign, signature } = signed;
  const parameters = query.slice(0, query.lastIndexOf('&signature='));
  // A slash at its end is common in configurations, and must not give "//api".
  const url = `${form.baseUrl.replace(/\/+$/, '')}${path}?${query}`;
  return {
    path,
    parameters,
    parameterPairs: writtenPairs(parameters),
    body,
    argumentPairs: writtenPairs(body),
    stringToSign,
    key: signingText(form),
    signature,
    url,
    curl: curlLine(url, body),
  };
}

/** Signs what was typed, by core itself. What is refused is told as core tells it. */
export async function signingResult(form: SigningForm): Promise<SigningResult | SigningRefusal> {
  try {
    return await sign(form);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    return { refused: error.message, argument: error.argument, ...rowAtFault(form, error) };
  }
}
