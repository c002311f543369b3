import type { NodeClient } from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';
import type { GlobalOptions } from './global-options.js';
import type { KnownAction } from './known-action.js';
import type { Settings } from './settings.js';

/** What a command works with. It is made for each run of the program; what is not asked for is not loaded. */
export interface Context {
  /** Ends whatever is under way; aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /** The environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Actions that the user declared. @throws InvalidArgumentError for a module that can't be loaded */
  own(): Promise<readonly Action[]>;
  /** The catalogue's actions and the user's own, by `command/action`, with what is told about them. @throws as `own` */
  known(): Promise<ReadonlyMap<string, KnownAction>>;
  /** The settings of this run, each with where it comes from. @throws InvalidArgumentError for one that is wrong */
  settings(options: GlobalOptions): Promise<Settings>;
  /**
   * The client for these options: with the profile's session where one is kept, else with the credentials.
   * The same options give the same client. @throws InvalidArgumentError when credentials are missing
   */
  client(options: GlobalOptions): Promise<NodeClient>;
}
