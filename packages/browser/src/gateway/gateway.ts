import type { Transport } from '@streamone/client/runtime';
import { checkReachable } from './gateway-address.js';
import { isGatewayError } from './gateway-error.js';
import { gatewayErrorOf } from './gateway-error-of.js';
import { GATEWAY_HEADERS } from './gateway-headers.js';

/**
 * A gateway, as those need it who send to it. Parts that are loaded on demand are given it, and name none of its modules
 * themselves: a bundler would cut these into a file of their own, which every page loads first.
 */
export interface Gateway {
  /** Its whole address, without a slash at its end. */
  readonly address: string;
  readonly transport: Transport;
  readonly headers: typeof GATEWAY_HEADERS;
  /** @throws InvalidArgumentError where there is no page */
  checkReachable(): void;
  readonly errorOf: typeof gatewayErrorOf;
  readonly isError: typeof isGatewayError;
}

/** The gateway at an address. */
export function gatewayAt(address: string, transport: Transport): Gateway {
  return {
    address,
    transport,
    headers: GATEWAY_HEADERS,
    checkReachable: () => checkReachable(address),
    errorOf: gatewayErrorOf,
    isError: isGatewayError,
  };
}
