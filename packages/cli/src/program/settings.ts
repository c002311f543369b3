import type { Credentials, InvalidArgumentError } from '@streamone/node';
import type { KeptLogin } from '../sessions/kept-login.js';

/** Where a setting comes from; the first that has it wins. */
export type SettingSource = 'option' | 'environment' | 'profile' | 'login' | 'default';

/** A setting with where it comes from: `--account`, `STREAMONE_API_URL`, `profile "work"`. */
export interface Setting<T> {
  readonly value: T;
  readonly source: SettingSource;
  /** Its name there, for people. */
  readonly from: string;
}

/** A setting as it is told to people, with those that a stronger one keeps from counting. */
export interface SettingStory {
  /** Its name, as `url`. */
  readonly name: string;
  /** What counts; `undefined` where nothing is set. Secrets are masked. */
  readonly chosen: Setting<string> | undefined;
  readonly shadowed: readonly Setting<string>[];
}

/** In whose session to act. */
export interface ChosenSession {
  readonly username: string;
  /** What is kept of the login; `undefined` where that person is not logged in. */
  readonly login: KeptLogin | undefined;
}

/** What a run works with, after options, environment and profile were put together. */
export interface Settings {
  /** The name of the profile, as `default`. */
  readonly profile: Setting<string>;
  readonly url: Setting<string>;
  /** Who signs; `undefined` where nobody is told. Its key is shown by no dump. */
  readonly credentials: Setting<Credentials> | undefined;
  /** Why nobody signs: what is missing or not clear. To be thrown by what needs credentials. */
  readonly problem: InvalidArgumentError | undefined;
  /** In whose session to act; what it sends is signed by the credentials, an application's, and the session's key. */
  readonly session: Setting<ChosenSession> | undefined;
  /** IDs of accounts. At most one of accounts and customer is set. */
  readonly accounts: Setting<readonly string[]> | undefined;
  readonly customer: Setting<string> | undefined;
  readonly timezone: Setting<string> | undefined;
  /** Modules that declare actions. */
  readonly actions: Setting<readonly string[]> | undefined;
  /** Whether plain HTTP to another machine is permitted. */
  readonly insecure: Setting<boolean>;
  /** How long a call may take, in milliseconds. */
  readonly timeout: Setting<number> | undefined;
  /** How many attempts may follow the first. */
  readonly retry: Setting<number> | undefined;
  /** Each of them for people, in the order of help. */
  readonly stories: readonly SettingStory[];
}
