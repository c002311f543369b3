import type { SessionCredentials } from '@streamone/core';
import { type Kept, type SessionCall, guardSession } from './guard-session.js';
import type { SessionEnd } from './session-view.js';
import type { Session } from './session.js';

/** Told when a session is over for good, with the reason. */
export type SessionEndListener = (end: SessionEnd) => void;

/** Begins another session in the place of one that died. */
export type RenewSession = (end: SessionEnd) => Promise<Session>;

/**
 * The session of a client and of those derived from it. Where a way to log in again was given, a
 * session that died is followed by another, once for all the calls that found it dead. When that
 * fails it is over for good: another try would count as one more failed login.
 */
export class SessionHolder {
  readonly #listeners = new Set<SessionEndListener>();
  readonly #renew: RenewSession | undefined;
  #current: Session;
  #renewing: Promise<void> | undefined;
  #leaving: Promise<void> | undefined;
  #over = false;

  constructor(first: Session, renew?: RenewSession) {
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

  /** Runs a call of this session, see {@link guardSession}. */
  run<T extends Kept>(call: SessionCall<T>): Promise<T> {
    return guardSession(this, call);
  }

  /** Tells a listener when the session is over for good. @returns what ends the telling */
  onEnd(listener: SessionEndListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * The session to sign with; one that died is replaced where there is a way. `undefined` when it
   * is over for good.
   *
   * @throws whatever made the new login fail
   */
  async living(): Promise<Session | undefined> {
    await this.look();
    // Nothing is awaited from here to the renewal: those who find it dead must share one login.
    const { end } = this.#current;
    if (end === undefined) return this.#current;
    this.lost(this.#current, end);
    const renewing = this.#renewing ?? this.#renewal(end);
    if (renewing === undefined) return undefined;
    await renewing;
    return this.#current;
  }

  /** The session that signs now; where its time is over by the clock, another client may have used it since. */
  async look(): Promise<Session> {
    const session = this.#current;
    if (session.end === 'expired') await session.lookAgain();
    return session;
  }

  /** Takes note that a session is dead. */
  lost(session: Session, end: SessionEnd): void {
    // What the platform refuses while we log out was ended by us.
    if (session.finish(this.#leaving === undefined ? end : 'logout')) session.forget().catch(() => {});
    if (this.#renew === undefined || session.end === 'logout') this.#endForGood(session.end ?? end);
  }

  /**
   * Ends it for good, whatever becomes of the work; asked twice at a time, it works once.
   *
   * @param work tells the platform; left out where the session is dead already
   */
  leave(work: () => Promise<void>): Promise<void> {
    this.#leaving ??= this.#leave(work).finally(() => {
      this.#leaving = undefined;
    });
    return this.#leaving;
  }

  async #leave(work: () => Promise<void>): Promise<void> {
    // A login that is under way would leave a session behind that nobody ends.
    await this.#renewing?.catch(() => {});
    const session = await this.look();
    try {
      if (session.end === undefined) await work();
    } catch (error) {
      await this.#forget(session).catch(() => {});
      throw error;
    }
    await this.#forget(session);
  }

  #forget(session: Session): Promise<void> {
    session.finish('logout');
    this.#endForGood('logout');
    return session.forget();
  }

  #renewal(end: SessionEnd): Promise<void> | undefined {
    if (this.#renew === undefined || this.#over || this.#leaving !== undefined) return undefined;
    this.#renewing = this.#replace(this.#renew, end);
    return this.#renewing;
  }

  async #replace(renew: RenewSession, end: SessionEnd): Promise<void> {
    try {
      this.#current = await renew(end);
      this.#renewing = undefined;
    } catch (error) {
      // It stays as it is, rejected: whoever calls from now on is told the reason.
      this.#endForGood(end);
      throw error;
    }
  }

  #endForGood(end: SessionEnd): void {
    this.#over = true;
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
