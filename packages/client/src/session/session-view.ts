import type { StoredSession } from './session-store.js';

/** Why a session is over: it was ended by `logout`, its time ran out, or the platform does not know it any more. */
export type SessionEnd = 'logout' | 'expired' | 'refused';

/** What a session tells of itself. Its key is shown by no dump; `save()` hands it out on purpose. */
export interface SessionView {
  /** The session's ID. */
  readonly id: string;
  /** ID of the user who is logged in. */
  readonly user: string;
  /** After how many seconds without a request it ends. */
  readonly timeout: number;
  /** When it ends unless it is used before, by the client's clock. */
  readonly expiresAt: Date;
  /** Whether it has not ended, as far as is known. */
  readonly active: boolean;
  /**
   * Fulfilled with the reason when a call or `logout` shows that it is over; never rejected. No
   * timer runs: a session that nobody uses ends in silence, and `active` tells.
   */
  readonly ended: Promise<SessionEnd>;
  /** The session with its key, to be kept somewhere safe and given to `resume` later. */
  save(): StoredSession;
}
