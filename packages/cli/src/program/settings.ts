import type { Credentials } from '@streamone/node';

/** Where a setting comes from; the first that has it wins. */
export type SettingSource = 'option' | 'environment' | 'profile' | 'default';

/** A setting with where it comes from: `--account`, `STREAMONE_API_URL`, `profile "work"`. */
export interface Setting<T> {
  readonly value: T;
  readonly source: SettingSource;
  /** Its name there, for people. */
  readonly from: string;
}

/** What a run works with, after options, environment and profile were put together. */
export interface Settings {
  /** The name of the profile, as `default`. */
  readonly profile: Setting<string>;
  readonly url: Setting<string>;
  /** Who signs; `undefined` where nobody is told. Its key is shown by no dump. */
  readonly credentials: Setting<Credentials> | undefined;
  /** IDs of accounts. */
  readonly accounts: Setting<readonly string[]> | undefined;
  readonly customer: Setting<string> | undefined;
  readonly timezone: Setting<string> | undefined;
}
