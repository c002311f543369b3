import type { Sent } from '@streamone/core';
import type { GatewayErrorCode } from './gateway-codes.js';

/** What a refusal tells beside its code. */
export interface GatewayRefusalDetails {
  /** For the developer of the page: what was expected, and what to do. It repeats nothing secret. */
  readonly message: string;
  /** Whether the platform may have carried the request out; `no` unless given. */
  readonly sent?: Sent | undefined;
  /** After how many seconds another try makes sense. */
  readonly retryAfter?: number | undefined;
  /** More fields of the error on the wire. */
  readonly more?: Readonly<Record<string, string | number>> | undefined;
  /** Cookies to set or clear along with it. */
  readonly cookies?: readonly string[] | undefined;
  /** What brought it about: told to the log alone. */
  readonly cause?: unknown;
}

/** A request is answered by the gateway itself, with an error. Never seen outside of it. */
export class GatewayRefusal extends Error {
  override readonly name: string = 'GatewayRefusal';
  readonly code: GatewayErrorCode;
  readonly details: GatewayRefusalDetails;

  constructor(code: GatewayErrorCode, details: GatewayRefusalDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.details = details;
  }
}
