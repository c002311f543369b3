import { nodeHmac } from './hmac/node-hmac.js';
import type { Runtime } from './runtime.js';
import { nodeSha256 } from './sha256/node-sha256.js';

/** Node's hashes, by OpenSSL. */
export const nodeRuntime: Runtime = { hmac: nodeHmac, sha256: nodeSha256 };
