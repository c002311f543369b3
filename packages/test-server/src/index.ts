export { createTestServer } from './create-test-server.js';
export * from './exports.js';
export { loadScenario } from './scenarios/file/load-scenario.js';
export { startTestServer } from './start-test-server.js';
