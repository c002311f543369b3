import { GatewayRefusal } from './gateway-refusal.js';

/**
 * Checks that nobody has read the body of a request before: a call would go out without its arguments.
 *
 * @throws GatewayRefusal, a fault of how the gateway is set up
 */
export function checkUnread({ body, bodyUsed }: Request): void {
  if (!bodyUsed && body?.locked !== true) return;
  const message =
    'The body was read before the gateway: give it requests before anything that parses bodies, as express.json().';
  throw new GatewayRefusal('internal', { message, sent: 'no', cause: new Error(message) });
}
