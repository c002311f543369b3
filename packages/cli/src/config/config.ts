/** Settings that are kept under a name. */
export interface Profile {
  readonly url?: string | undefined;
  /** Who signs. */
  readonly auth?: 'user' | 'application' | undefined;
  readonly id?: string | undefined;
  /** The pre-shared key; a secret. */
  readonly psk?: string | undefined;
  /** IDs of accounts; not beside a customer. */
  readonly account?: readonly string[] | undefined;
  readonly customer?: string | undefined;
  /** Name of the person in whose session to act, where an application signs. */
  readonly session?: string | undefined;
  readonly timezone?: string | undefined;
  /** Modules that declare actions; paths are relative to the file's folder. */
  readonly actions?: readonly string[] | undefined;
  /** Permits plain HTTP to another machine. */
  readonly insecure?: boolean | undefined;
  /** How long a call may take, in seconds. */
  readonly timeout?: number | undefined;
  /** How many attempts may follow the first. */
  readonly retry?: number | undefined;
}

/** What the file holds. */
export interface Config {
  /** The profile that is taken where none is named. */
  readonly defaultProfile?: string | undefined;
  readonly profiles: ReadonlyMap<string, Profile>;
}
