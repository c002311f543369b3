import { type Sent, redactText } from '@streamone/core';

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

const DEEPEST = 5;

interface Coded {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

function chain(error: unknown): (Error & Coded)[] {
  const found: (Error & Coded)[] = [];
  let next: unknown = error;
  while (next instanceof Error && found.length < DEEPEST) {
    const current: Error & Coded = next;
    found.push(current);
    // Happy eyeballs fails with one error for each address; the first stands for all.
    next = current.cause ?? (Array.isArray(current.errors) ? (current.errors as unknown[])[0] : undefined);
  }
  return found;
}

/** The runtime's code of a failure, as `ECONNREFUSED`, wherever in its causes it stands. */
export function failureCode(error: unknown): string | undefined {
  const coded = chain(error).find(({ code }) => typeof code === 'string');
  return coded === undefined ? undefined : String(coded.code);
}

/** Whether trying again is of no use: neither a certificate nor a password for a proxy mends itself. */
export function isLastingFailure(error: unknown): boolean {
  const code = failureCode(error) ?? '';
  return TLS.test(code) || code === 'EPROTO' || code === PROXY_SIGN_IN;
}

/** Whether a request that failed so may have reached the platform. */
export function failureSent(error: unknown): Sent {
  const code = failureCode(error) ?? '';
  const connecting = chain(error).some(({ syscall }) => syscall === 'connect');
  return connecting || BEFORE_SENDING.has(code) || TLS.test(code) ? 'no' : 'unknown';
}

/** What a runtime says of a failure, its causes included. `fetch failed` and the like say nothing. */
export function failureReason(error: Error): string {
  // OpenSSL's own account goes on for lines, with the places in its sources.
  const said = chain(error).map(({ message }) => (message.split('\n', 1)[0] ?? '').replace(/:[^:\s]*\.c:\d+.*$/, ''));
  const telling = said.filter((message) => message !== '' && message !== 'fetch failed' && message !== 'terminated');
  return telling.join(': ') || said.find((message) => message !== '') || error.name;
}

/**
 * A copy of a runtime's error that is safe to show: its name, code, message and stack with secrets
 * masked, and none of its other properties, which may hold the signed address.
 *
 * @param secrets texts that must not be shown
 */
export function maskedCause(error: unknown, secrets: readonly string[]): Error {
  const mask = (text: string): string => redactText(text, secrets);
  let masked: Error | undefined;
  for (const each of chain(error).toReversed()) {
    const message = mask(each.message);
    const copy: Error & { code?: string } = new Error(message, masked === undefined ? undefined : { cause: masked });
    Object.defineProperty(copy, 'name', { value: mask(each.name) });
    copy.stack = mask(each.stack ?? `${each.name}: ${message}`);
    if (typeof each.code === 'string') copy.code = mask(each.code);
    masked = copy;
  }
  return masked ?? new Error(mask(String(error)));
}
