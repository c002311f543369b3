/** What is kept of a login beside its session: nothing of it is secret. */
export interface KeptLogin {
  readonly profile: string;
  /** The address of the API, as `baseUrl` writes it. */
  readonly url: string;
  /** ID of the application that the person logged in through. */
  readonly application: string;
  readonly username: string;
  /** ID of the person. */
  readonly user: string;
  /** ID of the session, by which the store has it. */
  readonly session: string;
  /** When it began, in milliseconds since 1970. */
  readonly at: number;
}

/** What tells one login from another: there is one for each profile, address, application and person. */
export type LoginPlace = Pick<KeptLogin, 'profile' | 'url' | 'application' | 'username'>;

/** Ends the names of the files that logins are kept in. */
export const LOGIN_ENDING = '.login';
