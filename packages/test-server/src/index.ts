export { createTestServer } from './create-test-server.js';
export * from './exports.js';
export { explainMediaLink } from './explain-media-link.js';
export { explainRequest } from './explain-request.js';
export { loadScenario } from './scenarios/file/load-scenario.js';
export { startTestServer } from './start-test-server.js';
