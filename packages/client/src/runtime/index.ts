// What packages for a runtime are made of, without what only some of them want: ky, and sessions of a client's own. A
// bundler looks into every module that is named here, and a page without a bundler loads them.
export { OutOfTimeError } from '../attempts/out-of-time-error.js';
export type { AttemptsPlan, RunAttempts } from '../attempts/run-attempts.js';
export { memoryCache, type MemoryCacheOptions } from '../cache/memory-cache.js';
export type { CachedResponse, ResponseCache } from '../cache/response-cache.js';
export type { AllOptions, Call, CallResponse, HttpDetails, Page, PagedCall } from '../call/call.js';
export type { ActionMethod, CommandMethods, CommandsOf } from '../commands/command-methods.js';
export { createRuntimeClient } from '../create-runtime-client.js';
export type { Span, SpanAttributes, Tracer } from '../observe/tracer.js';
export { PLATFORM_URL, baseUrl, isLoopback } from '../options/base-url.js';
export type {
  Auth,
  CallOptions,
  ClientOptions,
  Middleware,
  ReportedMismatch,
  RetryOptions,
  RuntimeClientOptions,
  RuntimeMember,
  RuntimeParts,
  ScopeOptions,
  SharedOptions,
  TimeoutOptions,
  UntypedCallOptions,
} from '../options/client-options.js';
export type {
  ClockEvent,
  EndEvent,
  FailureEvent,
  LogEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  StartEvent,
  ToldError,
} from '../options/log-event.js';
export type { AttemptDetails, AttemptRequest, AttemptWire } from '../pipeline/attempt-request.js';
export type { Permission } from '../permissions/explain-can.js';
export type { Actor, Relay, RelayRefusal, RelayedPlace, RelayedRequest } from '../relay/relay.js';
export type { LoginInput } from '../session/login.js';
export type { SessionStore, StoredSession } from '../session/session-store.js';
export type { SessionEnd, SessionView } from '../session/session-view.js';
export type { SessionEndListener } from '../session/session-holder.js';
export type {
  BaseClient,
  Client,
  ClientSettings,
  LoginOptions,
  StreamOneClient,
  UntypedArguments,
} from '../stream-one-client.js';
export { fetchTransport, type Fetch } from '../transport/fetch-transport.js';
export { answerText } from '../transport/answer-text.js';
export { failureCode, failureReason, maskedCause } from '../transport/transport-failure.js';
export { brokenOff } from '../transport/broken-off.js';
export type { SendingListener, Transport, TransportRequest, TransportResponse } from '../transport/transport.js';
export { AnswerTooLongError, UnreadableAnswerError } from '../transport/unreadable-answer-error.js';
