export { actingClient } from './acting-client.js';
export { type ClientInside, lookInside } from './look-inside.js';
export { type RawCall, rawCall } from './raw-call.js';
