import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { type ApiRequest, apiPath } from '../request/api-request.js';
import { encodeArguments } from '../request/arguments.js';
import { encodeParameters } from '../request/parameters.js';
import { type Credentials, checkCredentials, signingKey } from './credentials.js';
import { MaskedRequest, type SignedRequest } from './signed-request.js';
import { stringToSign } from './string-to-sign.js';
import { type Hmac, webHmac } from './web-hmac.js';

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
  checkCredentials(credentials);
  const { command, action } = request;
  const path = apiPath(command, action);
  let parameters: string;
  let body: string;
  try {
    parameters = encodeParameters(request, credentials, options.timestamp);
    body = request.arguments === undefined ? '' : encodeArguments(request.arguments);
  } catch (error) {
    throw error instanceof InvalidArgumentError ? error.at({ command, action }) : error;
  }
  const text = stringToSign(path, parameters, body);
  const made = (options.hmac ?? webHmac)(signingKey(credentials), text);
  const signature = typeof made === 'string' ? made : await made;
  return new MaskedRequest(path, parameters, body, text, signature);
}
