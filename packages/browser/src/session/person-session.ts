/** Somebody who is logged in at the gateway. */
export interface PersonSession {
  /** The person's ID. */
  readonly user: string;
  /** When it ends unless there is a request before. */
  readonly expiresAt: Date;
  /** When it ends in any case; `undefined` while the gateway has not told. */
  readonly endsAt: Date | undefined;
}

/**
 * Why nobody is logged in any more: `logout` here, `elsewhere` in another tab, or the session `ended` at the gateway,
 * as by its time.
 */
export type LogoutReason = 'logout' | 'elsewhere' | 'ended';

/** What a client with a gateway tells of who is logged in. */
export interface SessionEvents {
  /** Somebody else is logged in than before, or nobody is any more: `null`. */
  session(session: PersonSession | null): void;
  /**
   * Somebody was logged in, and is no longer. A logout in another tab may be told of after its effect: as `ended` at first,
   * since a request was refused, and then as `elsewhere`.
   */
  logout(event: { readonly reason: LogoutReason }): void;
}
