export {
  handler,
  type ActionCall,
  type ActionHandler,
  type ActionResult,
  type ArgumentsRead,
  type ReadValue,
  type Wire,
} from './actions/action-handler.js';
export { pageOf, readPage, type Page } from './actions/page.js';
export { Refusal } from './answer/refusal.js';
export type { ServerClock } from './clock/server-clock.js';
export type { Collection } from './state/collection.js';
export type { Explanation, FirstDifference } from './explain/explanation.js';
export type { Faults } from './faults/fault-list.js';
export type { FaultKind, FaultOptions } from './faults/fault.js';
export type { Journal } from './journal/journal.js';
export type { JournalEntry, JournalFilter } from './journal/journal-entry.js';
export { explanationText } from './explain/explanation-text.js';
export type { ActorCredentials, ScenarioCredentials } from './scenarios/credentials.js';
export type { ScenarioName } from './scenarios/find-scenario.js';
export type { KeptFields, Playlist, PlaylistEntry, SecurityRule, Securityprofile } from './state/list-records.js';
export type { Item, Livestream, Metadatakey, Recordschedule, Uploadtoken } from './state/media-records.js';
export type {
  Account,
  ActorRecord,
  Application,
  Customer,
  Password,
  Role,
  RoleAssignment,
  Service,
  SingleSignOnToken,
  StoredRecord,
  User,
} from './state/records.js';
export type { Challenge, Session } from './state/session-records.js';
export type { State } from './state/state.js';
export type { TestServer } from './test-server.js';
export type { SocketOptions, TestServerOptions } from './test-server-options.js';
