import { type ExplainedRequest, type RequestExplanation, explainInRuntime } from './explain-in-runtime.js';
import { nodeRuntime } from './node-runtime.js';
import type { RequestKeys } from './scenarios/caller-scenario.js';

/**
 * Explains a request that was made elsewhere: whether it is signed right by these keys and, if it is not, by which
 * mistake. A test server is made for it, in which just its caller and its accounts exist; nothing is sent. It checks
 * as the test server does, by the bytes as they are, so its inferences are in it too.
 *
 * @param keys of whoever should have signed
 */
export function explainRequest(request: ExplainedRequest, keys: RequestKeys): Promise<RequestExplanation> {
  return explainInRuntime(request, keys, nodeRuntime);
}
