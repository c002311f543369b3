export { createTestServer } from './create-test-server.js';
export * from './exports.js';
export { startTestServer } from './start-test-server.js';
