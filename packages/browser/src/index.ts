export * from '@streamone/client/runtime';
export * from '@streamone/core';
export { defineAction, defineCommand } from '@streamone/core/catalogue';
export type {
  BrowserClient,
  GatewayClient,
  GatewayClientOptions,
  UserClient,
  UserClientOptions,
} from './browser-client.js';
export { indexedDbCache, type IndexedDbCacheOptions } from './cache/indexed-db-cache.js';
export { createClient } from './create-client.js';
export {
  GatewayError,
  isGatewayError,
  type GatewayErrorCode,
  type GatewayErrorDetails,
} from './gateway/gateway-error.js';
export type { LoginInput, StartWorker } from './login/login.js';
export type { OwnedCache } from './session/person-caches.js';
export type { LogoutReason, PersonSession, SessionEvents } from './session/person-session.js';
export { importKey } from './user/import-key.js';
export { InsecureContextError } from './user/insecure-context-error.js';
export { indexedDbUploadStore } from './upload/queue/indexed-db-upload-store.js';
export type { QueueEntry, QueueError, QueueState, StoredUpload } from './upload/queue/queue-entry.js';
export {
  uploadQueue,
  type AddOptions,
  type UploadQueue,
  type UploadQueueOptions,
} from './upload/queue/upload-queue.js';
export { memoryUploadStore, type UploadStore } from './upload/queue/upload-store.js';
export type { UploadFields, UploadOptions, UploadProgress, Uploaded } from './upload/upload-options.js';
export type { Uploads } from './upload/uploads.js';
