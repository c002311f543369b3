export * from './runtime/index.js';
export { kyAttempts } from './attempts/ky-attempts.js';
export { createClient } from './create-client.js';
export { memorySessionStore, type MemorySessionStoreOptions } from './session/memory-session-store.js';
export { sessionParts, type SessionParts } from './session/session-parts.js';
