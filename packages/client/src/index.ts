export * from './runtime/index.js';
export { kyAttempts } from './attempts/ky-attempts.js';
export { createClient } from './create-client.js';
export { type ExtraParts, extraParts } from './extra-parts.js';
export { AttemptRequest } from './pipeline/attempt-request.js';
export { memorySessionStore, type MemorySessionStoreOptions } from './session/memory-session-store.js';
export { type FailureCodes, codedFailures, failureSent, isLastingFailure } from './transport/coded-failures.js';
export { sessionParts, type SessionParts } from './session/session-parts.js';
