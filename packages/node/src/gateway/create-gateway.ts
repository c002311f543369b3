import type { Gateway, GatewayOptions } from './gateway-options.js';
import { resolveGatewayOptions } from './resolve-gateway-options.js';

/**
 * Makes a gateway for browsers: a function from `Request` to `Response` that signs what pages ask for, so that no key
 * is in a browser. It calls the actions of a list and no others, in the client's own scope, and logs people in without
 * seeing their password. Give it every request under its path, with the address of the peer: `gateway(request, { ip })`.
 *
 * The wire protocol and the threat model are in the repository's `docs`.
 *
 * @throws InvalidArgumentError naming the option that is wrong.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const resolved = resolveGatewayOptions(options);
  let handler: Promise<Gateway> | undefined;
  return async (request, context) => {
    // Loaded by the first request: a program without a gateway has nothing of it in its memory.
    handler ??= import('./handle-request.js').then(({ createHandler }) => createHandler(resolved));
    return (await handler)(request, context);
  };
}
