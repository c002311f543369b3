import { HttpError, type HttpErrorDetails, isStreamOneError } from '@streamone/core';

/**
 * Why a gateway refuses. The codes are part of its wire protocol, and new ones may come: one that is not known here is
 * to be taken by its status of HTTP.
 */
export type GatewayErrorCode =
  | 'aborted'
  | 'bad-content-type'
  | 'bad-method'
  | 'bad-origin'
  | 'bad-request'
  | 'busy'
  | 'challenge-unknown'
  | 'internal'
  | 'missing-header'
  | 'no-address'
  | 'no-login'
  | 'no-session'
  | 'not-allowed'
  | 'not-found'
  | 'out-of-scope'
  | 'rate-limited'
  | 'session-ended'
  | 'store-failed'
  | 'too-large'
  | 'too-slow'
  | 'upstream-failed'
  | 'v2hash-not-allowed'
  | (string & {});

/** What a GatewayError tells. */
export interface GatewayErrorDetails extends HttpErrorDetails {
  readonly code: GatewayErrorCode;
  /** How long to wait before another try, in seconds. */
  readonly retryAfter?: number | undefined;
  /** The gateway's own number for the request, as in its log. */
  readonly gatewayRequestId?: string | undefined;
  /** Why the platform's answer did not come, as `timeout`. */
  readonly upstream?: string | undefined;
  /** The limit that was passed, in bytes. */
  readonly limit?: number | undefined;
}

/**
 * The gateway itself refused, or could not get an answer of the platform; `sent` says whether the platform may have
 * carried the request out. A refusal of the platform's own is an ApiError, as ever.
 */
export class GatewayError extends HttpError {
  override readonly name: string = 'GatewayError';
  /** Why, as `not-allowed`. */
  readonly code: GatewayErrorCode;
  /** How long to wait before another try, in seconds, where it makes sense. */
  readonly retryAfter: number | undefined;
  /** The gateway's own number for the request, as in its log. */
  readonly gatewayRequestId: string | undefined;
  /** For `upstream-failed`: `network`, `timeout`, `http` or `malformed`. */
  readonly upstream: string | undefined;
  /** For `too-large`: the limit, in bytes. */
  readonly limit: number | undefined;

  constructor(details: GatewayErrorDetails) {
    super(details);
    this.code = details.code;
    this.retryAfter = details.retryAfter;
    this.gatewayRequestId = details.gatewayRequestId;
    this.upstream = details.upstream;
    this.limit = details.limit;
  }
}

/** Whether a value is a GatewayError, and if a code is given, one with it: `isGatewayError(error, 'no-session')`. */
export function isGatewayError<const Code extends GatewayErrorCode>(
  value: unknown,
  code?: Code,
): value is GatewayError & { readonly code: Code } {
  return (
    isStreamOneError(value) &&
    'gatewayRequestId' in value &&
    (code === undefined || (value as GatewayError).code === code)
  );
}
