import { StreamOneError } from '@streamone/node';

/** What a {@link SessionGoneError} tells. */
export interface SessionGone {
  readonly username: string;
  /** The address of the API. */
  readonly url: string;
  /** Whether there was a session once. */
  readonly ended: boolean;
}

/** The session to act in is not there, or not any more. Nothing was sent. */
export class SessionGoneError extends StreamOneError {
  override readonly name: string = 'SessionGoneError';

  constructor({ username, url, ended }: SessionGone) {
    const what = ended
      ? `the session of "${username}" at ${url} has ended`
      : `"${username}" is not logged in at ${url}`;
    super(`${what}; run \`streamone login\``);
  }
}
