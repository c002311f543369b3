import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { encodeForm } from '../form/encode-form.js';
import { type ApiRequest, apiPath } from '../request/api-request.js';
import { argumentPairs } from '../request/arguments.js';
import { parameterPairs } from '../request/parameters.js';
import { type Credentials, signingKey } from './credentials.js';
import { stringToSign } from './string-to-sign.js';
import { type Hmac, webHmac } from './web-hmac.js';

/** A request that is ready to be sent: `POST {base}{path}?{query}` with `body`. */
export interface SignedRequest {
  /** `/api/command/action`, without the base URL. */
  readonly path: string;
  /** The parameters, the signature last. Whoever sees it can repeat the request while its timestamp holds. */
  readonly query: string;
  /** The arguments, form-encoded; empty when there are none. */
  readonly body: string;
  /** What was signed. It holds no key. */
  readonly stringToSign: string;
  /** HMAC-SHA1 of it, lower-case hex. */
  readonly signature: string;
}

/** What signing needs beside the request. */
export interface SignOptions {
  /** UNIX time in whole seconds; taken anew for each attempt. */
  readonly timestamp: number;
  /** How HMAC-SHA1 is computed; WebCrypto unless given. */
  readonly hmac?: Hmac | undefined;
}

/**
 * Encodes and signs a request. Pure: the time and the HMAC are given, nothing is sent.
 * Source: protocol, documented and observed; the bytes are those of the PHP SDK.
 *
 * @throws InvalidArgumentError naming the part that can't be sent faithfully.
 */
export async function signRequest(
  request: ApiRequest,
  credentials: Credentials,
  options: SignOptions,
): Promise<SignedRequest> {
  const { command, action } = request;
  const path = apiPath(command, action);
  let parameters: string;
  let body: string;
  try {
    parameters = encodeForm(parameterPairs(request, credentials, options.timestamp));
    body = request.arguments === undefined ? '' : encodeForm(argumentPairs(request.arguments));
  } catch (error) {
    throw error instanceof InvalidArgumentError ? error.at({ command, action }) : error;
  }
  const text = stringToSign(path, parameters, body);
  const made = (options.hmac ?? webHmac)(signingKey(credentials), text);
  const signature = typeof made === 'string' ? made : await made;
  return { path, query: `${parameters}&signature=${signature}`, body, stringToSign: text, signature };
}
