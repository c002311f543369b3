import { diskBackend } from './files/node/disk-backend.js';
import { nodeHmac } from './hmac/node-hmac.js';
import { nodeKeyedHmac } from './hmac/node-keyed-hmac.js';
import type { Runtime } from './runtime.js';
import { nodeSha1 } from './sha1/node-sha1.js';
import { nodeSha256 } from './sha256/node-sha256.js';

/** Node's hashes, by OpenSSL; its disk, and its streams. */
export const nodeRuntime: Runtime = {
  hmac: nodeHmac,
  sha256: nodeSha256,
  keyedHmac: nodeKeyedHmac,
  sha1: nodeSha1,
  contentBackend: diskBackend,
  // 8 GiB and 32 GiB: these are on the disk.
  contentLimits: { maxFileSize: 8 * 2 ** 30, maxTotal: 32 * 2 ** 30 },
  readUpload: async (request, contents) => {
    const { readMultipart } = await import('./uploads/node/read-multipart.js');
    return readMultipart(request, contents);
  },
};
