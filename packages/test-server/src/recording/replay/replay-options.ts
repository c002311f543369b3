import type { ActorCredentials } from '../../scenarios/credentials.js';
import type { Recording } from '../recording.js';
import type { ReplayMiss } from './replay-miss.js';

/** How a replay answers. */
export interface ReplayBehaviour {
  /**
   * Whose signatures are checked: a wrong one gets status 3. Others pass unchecked, since their keys are not known.
   * Sessions are signed with the stand-in of their key, which the replayed login gave.
   */
  readonly credentials?: readonly ActorCredentials[];
  /** Names of arguments that don't count when a recording is looked for, as dates that depend on today. */
  readonly ignore?: readonly string[];
  /** Told of each request that nothing was recorded for. */
  readonly onMiss?: (miss: ReplayMiss) => void;
}

/** Options of {@link createReplay}. */
export interface ReplayOptions extends ReplayBehaviour {
  /** What was recorded; see `readRecordings`. */
  readonly recordings: readonly Recording[];
}

/** Options of {@link startReplay}. */
export interface SocketReplayOptions extends ReplayBehaviour {
  /** The folder that the recorder wrote. */
  readonly folder: string;
  /** The port; 0, or none given, takes a free one. */
  readonly port?: number;
  /** The address to listen on; 127.0.0.1 unless given. */
  readonly host?: string;
  /** Allows an address that is not of this machine alone. */
  readonly allowRemote?: boolean;
}
