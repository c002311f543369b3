export { checkDrift } from './check-drift.js';
export { createReplay } from './create-replay.js';
export type { DriftKind, DriftReport } from './drift/drift-report.js';
export { driftText } from './drift/drift-text.js';
export { readRecordings } from './read-recordings.js';
export type {
  RecordedAnswer,
  RecordedApiAnswer,
  RecordedForm,
  RecordedMalformedAnswer,
  RecordedRequest,
  Recording,
} from './recording.js';
export type { Recorder } from './recorder/recorder.js';
export type { RecorderOptions } from './recorder/recorder-options.js';
export type { NearMiss, ReplayMiss } from './replay/replay-miss.js';
export type { ReplayBehaviour, ReplayOptions, SocketReplayOptions } from './replay/replay-options.js';
export type { Replay } from './replay/replay.js';
export { startRecorder } from './start-recorder.js';
export { startReplay } from './start-replay.js';
