export { createTestServer } from './create-test-server.js';
export * from './exports.js';
export { explainMediaLink } from './explain-media-link.js';
export { explainRequest, type ExplainedRequest, type RequestExplanation } from './explain-request.js';
export type { RequestKeys } from './scenarios/caller-scenario.js';
export { loadScenario } from './scenarios/file/load-scenario.js';
export { startTestServer } from './start-test-server.js';
