import type { SessionCredentials } from '@streamone/core';
import type { Session, SessionEnd } from './session.js';

/** Told when a session is over for good, with the reason. */
export type SessionEndListener = (end: SessionEnd) => void;

/**
 * The session of a client and of those derived from it. Where a way to log in again was given, a
 * session that died is followed by another, once for all the calls that found it dead.
 */
export class SessionHolder {
  readonly #listeners = new Set<SessionEndListener>();
  readonly #renew: ((end: SessionEnd) => Promise<Session>) | undefined;
  #current: Session;
  #renewing: Promise<void> | undefined;

  constructor(first: Session, renew?: (end: SessionEnd) => Promise<Session>) {
    this.#current = first;
    this.#renew = renew;
  }

  /** The session that signs now. */
  get current(): Session {
    return this.#current;
  }

  /** What requests are signed with now. */
  get credentials(): SessionCredentials {
    return this.#current.credentials;
  }

  /** Tells a listener when the session is over for good. @returns what ends the telling */
  onEnd(listener: SessionEndListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Takes note that a session is dead.
   *
   * @returns whether another session has taken its place, so that a refused call may be sent again
   */
  async lost(session: Session, end: SessionEnd): Promise<boolean> {
    if (session !== this.#current) return true;
    await session.finish(end);
    if (this.#renew === undefined || end === 'logout') {
      this.#tell(end);
      return false;
    }
    this.#renewing ??= this.#replace(this.#renew, end).finally(() => {
      this.#renewing = undefined;
    });
    await this.#renewing;
    return true;
  }

  async #replace(renew: (end: SessionEnd) => Promise<Session>, end: SessionEnd): Promise<void> {
    try {
      this.#current = await renew(end);
    } catch (error) {
      this.#tell(end);
      throw error;
    }
  }

  #tell(end: SessionEnd): void {
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) {
      try {
        listener(end);
      } catch {
        // A listener that throws must not break the call, nor keep the others from hearing.
      }
    }
  }
}
