/**
 * Why a gateway refuses, and the status of HTTP that goes with it. The codes are part of the wire protocol: a page
 * decides by them.
 */
export const gatewayCodes = {
  /** There is no such route. */
  'not-found': 404,
  /** The route takes another method. No preflight of another origin is answered otherwise. */
  'bad-method': 405,
  /** The gateway's own header is missing, or names a version that it does not speak. */
  'missing-header': 403,
  /** The request comes from a page of another origin, or does not say from where. */
  'bad-origin': 403,
  /** The body is announced as something else than the route takes. */
  'bad-content-type': 415,
  /** The body is not what the route takes. */
  'bad-request': 400,
  /** The body, or a file, is larger than the limit. */
  'too-large': 413,
  /** The body did not come within the time limit. */
  'too-slow': 408,
  /** Too many requests in a minute. */
  'rate-limited': 429,
  /** Too many requests at once. */
  busy: 503,
  /** The action is not one that pages may call. */
  'not-allowed': 403,
  /** An account or customer that pages may not act in. */
  'out-of-scope': 403,
  /** Nobody is logged in. */
  'no-session': 401,
  /** Somebody was logged in, and is no longer. */
  'session-ended': 401,
  /** Nobody can log in at this gateway. */
  'no-login': 403,
  /** The challenge is not one that this browser was given, or its time is over, or it was answered before. */
  'challenge-unknown': 403,
  /** The person's password needs the hash of version 2, which the gateway does not let pass. */
  'v2hash-not-allowed': 403,
  /** The address of the person is not known: a fault of how the gateway is set up. */
  'no-address': 500,
  /** No answer of the platform. */
  'upstream-failed': 502,
  /** Where sessions are kept can't be reached. */
  'store-failed': 503,
  /** The page went away before there was an answer. */
  aborted: 499,
  /** A fault of the gateway. */
  internal: 500,
} as const;

/** Why a gateway refuses. */
export type GatewayErrorCode = keyof typeof gatewayCodes;
