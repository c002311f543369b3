/** A session as it is kept. The key is worth as much as being logged in. */
export interface StoredSession {
  /** The session's ID. */
  readonly id: string;
  /** What its requests are signed with, behind the application's key. A secret. */
  readonly key: string;
  /** ID of the user who is logged in. */
  readonly user: string;
  /** After how many seconds without a request it ends. */
  readonly timeout: number;
  /** When it ends unless it is used before, in milliseconds since 1970 by the client's clock. */
  readonly expiresAt: number;
}

/**
 * Where sessions are kept, by ID: in memory unless given. Every implementation passes one suite of
 * tests. What it rejects with reaches the caller: a session that can't be kept is no session.
 */
export interface SessionStore {
  /** The session with this ID; `undefined` when it is not there, or not any more. */
  load(id: string): Promise<StoredSession | undefined>;
  /** Keeps a session in the place of the one with its ID. It may be forgotten when it has ended. */
  save(session: StoredSession): Promise<void>;
  /** Forgets a session; no error when it is not there. */
  remove(id: string): Promise<void>;
}
