export { actingClient } from './acting-client.js';
export { isMemorySessionStore } from '../session/memory-session-store.js';
export { type ClientInside, lookInside } from './look-inside.js';
export { type ObservedTransfer, type TransferNotes, observeTransfer } from '../observe/observe-transfer.js';
export { type RawCall, rawCall } from './raw-call.js';
