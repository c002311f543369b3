import { type ExplainedRequest, type RequestExplanation, explainInRuntime } from './explain-in-runtime.js';
import { memoryBackend } from './files/memory-backend.js';
import { portableHmac } from './hmac/portable-hmac.js';
import { portableKeyedHmac } from './hmac/portable-keyed-hmac.js';
import { inProcess } from './in-process.js';
import type { Runtime } from './runtime.js';
import type { RequestKeys } from './scenarios/caller-scenario.js';
import { portableSha1 } from './sha1/portable-sha1.js';
import { portableSha256 } from './sha256/portable-sha256.js';
import type { TestServer } from './test-server.js';
import type { TestServerOptions } from './test-server-options.js';

export * from './exports.js';
export { prepareScenario as loadScenario } from './scenarios/prepare-scenario.js';

const runtime: Runtime = {
  hmac: portableHmac,
  sha256: portableSha256,
  keyedHmac: portableKeyedHmac,
  sha1: portableSha1,
  contentBackend: () => memoryBackend,
  // 256 MiB and 1 GiB: these are in memory.
  contentLimits: { maxFileSize: 2 ** 28, maxTotal: 2 ** 30 },
  readUpload: async (request, contents) => {
    const { readFormData } = await import('./uploads/read-form-data.js');
    return readFormData(request, contents);
  },
};

/**
 * Makes a test server without a socket, for a browser or another runtime that is not Node: its
 * `fetch` is answered in process, its URL is `https://streamone.test`.
 *
 * @throws InvalidArgumentError for an option that makes no sense.
 */
export function createTestServer(options: TestServerOptions = {}): TestServer {
  return inProcess(options, runtime);
}

/**
 * Explains a request that was made elsewhere: whether it is signed right by these keys and, if it is not, by which
 * mistake. A test server is made for it, in which just its caller and its accounts exist; nothing is sent. It checks
 * as the test server does, by the bytes as they are, so its inferences are in it too.
 *
 * @param keys of whoever should have signed
 */
export function explainRequest(request: ExplainedRequest, keys: RequestKeys): Promise<RequestExplanation> {
  return explainInRuntime(request, keys, runtime);
}
