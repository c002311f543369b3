import type { SignedRequest } from '@streamone/node';
import { maskForm } from './mask-form.js';
import { shellWord } from './shell-word.js';

/** A signed request in its parts, as it is printed. Secret arguments are masked; the signature is what it is about. */
export interface SignedForm {
  readonly method: 'POST';
  /** The whole address, with the signature. */
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly arguments: Readonly<Record<string, string>>;
  readonly body: string;
  readonly stringToSign: string;
  readonly signature: string;
  /** UNIX time in seconds. */
  readonly timestamp: number;
  /** A line for a shell that sends it; `null` where an argument is secret, which no command line may have. */
  readonly curl: string | null;
}

function curlLine(url: string, body: string): string {
  // curl makes a POST of what has data, and says that it is a form.
  return `curl --data-raw ${shellWord(body)} ${shellWord(url)}`;
}

/** The parts of a request that was signed. @param base of the API, without a slash at its end */
export function signedForm(base: string, signed: SignedRequest, timestamp: number): SignedForm {
  const { path, query, body, stringToSign, signature } = signed;
  const url = `${base}${path}?${query}`;
  const shown = maskForm(body);
  const hasSecret = shown !== body;
  const { signature: _, ...parameters } = Object.fromEntries(new URLSearchParams(query));
  return {
    method: 'POST',
    url,
    parameters,
    arguments: Object.fromEntries(new URLSearchParams(shown)),
    body: shown,
    // It ends with the body.
    stringToSign: `${stringToSign.slice(0, stringToSign.length - body.length)}${shown}`,
    signature,
    timestamp,
    curl: hasSecret ? null : curlLine(url, body),
  };
}
