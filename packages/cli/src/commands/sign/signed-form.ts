import { type SignedRequest, isSecretName } from '@streamone/node';
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

function fields(form: string): Readonly<Record<string, string>> {
  const pairs = [...new URLSearchParams(form)];
  return Object.fromEntries(pairs.filter(([name]) => name !== 'signature'));
}

function curlLine(url: string, body: string): string {
  // curl makes a POST of what has data, and says that it is a form.
  return `curl --data-raw ${body === '' ? "''" : shellWord(body)} ${shellWord(url)}`;
}

/** The parts of a request that was signed. @param base of the API, without a slash at its end */
export function signedForm(base: string, signed: SignedRequest, timestamp: number): SignedForm {
  const { path, query, body, stringToSign, signature } = signed;
  const url = `${base}${path}?${query}`;
  const shown = maskForm(body);
  const hasSecret = shown !== body;
  return {
    method: 'POST',
    url,
    parameters: fields(query),
    arguments: Object.fromEntries(
      Object.entries(fields(body)).map(([name, value]) => [name, isSecretName(name) && value ? '[redacted]' : value]),
    ),
    body: shown,
    stringToSign: hasSecret ? `${stringToSign.slice(0, stringToSign.length - body.length)}${shown}` : stringToSign,
    signature,
    timestamp,
    curl: hasSecret ? null : curlLine(url, body),
  };
}
