/** Who may sign, as a client needs it. */
export interface ActorCredentials {
  readonly id: string;
  /** The pre-shared key. */
  readonly psk: string;
}

/** What a client needs to work against a scenario; also what `streamone-test-server --json` prints. */
export interface ScenarioCredentials {
  readonly user: ActorCredentials;
  readonly application: ActorCredentials;
  /** A person who may log in through the application. */
  readonly login: { readonly username: string; readonly password: string };
  /** ID of an account in which the user and the application may do everything. */
  readonly account: string;
  /** ID of that account's customer. */
  readonly customer: string;
}
