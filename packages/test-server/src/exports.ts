export {
  handler,
  type ActionCall,
  type ActionHandler,
  type ActionResult,
  type ArgumentsRead,
  type ReadValue,
  type Wire,
} from './actions/action-handler.js';
export type { OwnActions } from './actions/own-actions.js';
export { pageOf, readPage, type Page } from './actions/page.js';
export { Refusal } from './answer/refusal.js';
export type { ServerClock } from './clock/server-clock.js';
export type { ServerControl } from './control/server-control.js';
export type { Collection } from './state/collection.js';
export type { Explanation, FirstDifference } from './explain/explanation.js';
export type { ExplainedRequest, RequestExplanation } from './explain-in-runtime.js';
export type { Faults } from './faults/fault-list.js';
export type { FaultEntry, FaultKind, FaultOptions } from './faults/fault.js';
export type { Journal } from './journal/journal.js';
export type { JournalEntry, VerificationStep } from './journal/journal-entry.js';
export type { JournalFilter } from './journal/journal-filter.js';
export { explanationText } from './explain/explanation-text.js';
export type { NewOwnRecord, OwnRecord } from './resources/own-record.js';
export { resource, type OwnResource, type Resource, type ResourceCommand } from './resources/resource.js';
export type {
  NewResourceRecord,
  OpenRow,
  ResourceCall,
  ResourceChange,
  ResourceOptions,
  ResourceRecord,
  RowOf,
} from './resources/resource-options.js';
export type { RequestKeys } from './scenarios/caller-scenario.js';
export type { ActorCredentials, ScenarioCredentials } from './scenarios/credentials.js';
export type { ScenarioData, ScenarioUser, ScenarioWho } from './scenarios/data/scenario-data.js';
export type { JsonForm } from './scenarios/data/json-form.js';
export { keepPassword } from './scenarios/data/keep-passwords.js';
export { type ScenarioName, scenarioNamed } from './scenarios/find-scenario.js';
export type { Scenario } from './scenarios/scenario.js';
export type { SeededRandom } from './random/seeded-random.js';
export type { KeptFields, Playlist, PlaylistEntry, SecurityRule, Securityprofile } from './state/list-records.js';
export type { Item, Livestream, MediaFile, Metadatakey, Recordschedule, Uploadtoken } from './state/media-records.js';
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
export type { Snapshot } from './snapshot/snapshot.js';
export type { NewRecord } from './state/new-record.js';
export type {
  NewPlaylist,
  NewPlaylistEntry,
  NewRecords,
  NewSecurityRule,
  NewSecurityprofile,
  RecordKind,
  RecordKinds,
} from './state/record-kinds.js';
export type { RecordCollection, State } from './state/state.js';
export type { TestServer } from './test-server.js';
export type { SocketOptions, TestServerOptions } from './test-server-options.js';
