import type { GatewayErrorCode } from './gateway-codes.js';

/** What a gateway tells of a request that it has answered. It holds no argument, cookie, address or secret. */
export interface GatewayLogEvent {
  /** The gateway's own number of the request; the answer carries it as `X-Streamone-Request`. */
  readonly requestId: string;
  /** The route, as `api` or `login`; `undefined` where there is none. */
  readonly route: string | undefined;
  /** The action of a call, as `item/view`, once it is known to be allowed. */
  readonly action: string | undefined;
  /** Whether the request had a session that holds. */
  readonly signedIn: boolean;
  /** The status of HTTP that was answered. */
  readonly httpStatus: number;
  /** The status of the API, where the platform answered; 0 is success. */
  readonly status: number | undefined;
  /** Why the gateway itself refused, where it did. */
  readonly code: GatewayErrorCode | undefined;
  /** What went wrong behind the gateway, for the people who run it; secrets masked. */
  readonly cause: { readonly name: string; readonly message: string } | undefined;
  /** How long the request took, in milliseconds. */
  readonly duration: number;
}
