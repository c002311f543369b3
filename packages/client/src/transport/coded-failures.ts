import type { Sent } from '@streamone/core';
import { causesOf, failureCode } from './transport-failure.js';

/** What can be told of a failure beside that there was one, where a runtime has codes for them: a browser has none. */
export interface FailureCodes {
  /** Whether a request that failed so may have reached the platform. */
  sent(error: unknown): Sent;
  /** Whether trying again is of no use. */
  lasting(error: unknown): boolean;
}

/** Failures of looking up the name or of connecting: nothing was sent. */
const BEFORE_SENDING = new Set([
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NONAME',
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Failures of TLS while it is set up, which comes before the request: nothing was sent. Others, as a
 * record that can't be read, may come at any time.
 */
const TLS =
  /^(CERT_|CRL_|DEPTH_ZERO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH$|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_|SELF_SIGNED_|UNABLE_TO_|ERR_SSL_.*(HANDSHAKE_FAILURE|HTTP_REQUEST|NO_PROTOCOLS|PACKET_LENGTH_TOO_LONG|PROTOCOL_VERSION|UNKNOWN_CA|UNRECOGNIZED_NAME|UNSUPPORTED_PROTOCOL|WRONG_VERSION_NUMBER)$)/;

/** A proxy wants a name and a password, or others. */
const PROXY_SIGN_IN = 'ERR_PROXY_AUTHENTICATION';

/** Whether trying again is of no use: neither a certificate nor a password for a proxy mends itself. */
export function isLastingFailure(error: unknown): boolean {
  const code = failureCode(error) ?? '';
  return TLS.test(code) || code === 'EPROTO' || code === PROXY_SIGN_IN;
}

/** Whether a request that failed so may have reached the platform. */
export function failureSent(error: unknown): Sent {
  const code = failureCode(error) ?? '';
  const connecting = causesOf(error).some(({ syscall }) => syscall === 'connect');
  return connecting || BEFORE_SENDING.has(code) || TLS.test(code) ? 'no' : 'unknown';
}

/** By the codes of Node and those that follow it, as Deno and Bun. */
export const codedFailures: FailureCodes = { sent: failureSent, lasting: isLastingFailure };
