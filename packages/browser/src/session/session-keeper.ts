import type { Actor, ResponseCache } from '@streamone/client/runtime';
import { type ResponseHeader, Status } from '@streamone/core';
import { Listeners } from './listeners.js';
import { PersonCaches } from './person-caches.js';
import type { LogoutReason, PersonSession } from './person-session.js';

/** A second more than the time says: clocks differ a little, and the gateway counts whole seconds. */
const GRACE = 1000;
const LONGEST_TIMER = 2_147_483_647;

/** Knows who is logged in at the gateway, as far as this page was told. */
export class SessionKeeper {
  readonly listeners = new Listeners();
  readonly #clock: () => number;
  readonly #caches = new PersonCaches();
  readonly #timeUp: () => void;
  /** `undefined` until the gateway was asked. */
  #session: PersonSession | null | undefined;
  #mark = {};
  /** Why nobody is logged in any more. */
  #reason: LogoutReason | undefined;
  #isLeaving = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param clock the time, in milliseconds since 1970
   * @param cache the client's, which may hold answers from before this page
   * @param timeUp called when the session should be over: another tab may have prolonged it, so the gateway is to be asked
   */
  constructor(clock: () => number, cache: ResponseCache | undefined, timeUp: () => void) {
    this.#clock = clock;
    this.#timeUp = timeUp;
    if (cache !== undefined) this.#caches.know(cache);
  }

  /** Who is logged in; `null` for nobody, `undefined` while the gateway was not asked. */
  get current(): PersonSession | null | undefined {
    return this.#session;
  }

  /** Changes with who is logged in. */
  get mark(): object {
    return this.#mark;
  }

  /** Who calls are made for. */
  get actor(): Actor {
    const session = this.#session;
    if (session === null) return { key: JSON.stringify(['gateway']), type: 'application', ownScope: true };
    return { key: JSON.stringify(['gateway', session?.user ?? null]), type: 'user', ownScope: true };
  }

  /** A cache for answers to who is logged in; none while that is not known. */
  cacheFor(cache: ResponseCache): ResponseCache | undefined {
    if (this.#session === undefined) return undefined;
    return this.#caches.forPerson(cache, this.#session?.user ?? '');
  }

  /** The gateway told who is logged in, and for how many more seconds. */
  async told(user: string, timeout: number, longest?: number): Promise<PersonSession> {
    const now = this.#clock();
    const endsAt = longest === undefined ? undefined : new Date(now + longest * 1000);
    const session = Object.freeze({ user, expiresAt: new Date(now + timeout * 1000), endsAt });
    const before = this.#session;
    this.#session = session;
    this.#reason = undefined;
    this.#watch(timeout);
    if (before?.user !== user) {
      const mark = {};
      this.#mark = mark;
      // Of who was here before; on a first look at the page the answers may well be this person's own.
      if (before !== undefined) await this.#caches.empty();
      // Who is gone again meanwhile is no news.
      if (mark === this.#mark) this.listeners.tell('session', session);
    }
    return session;
  }

  /** Nobody is logged in any more. */
  async ended(reason: LogoutReason): Promise<void> {
    const before = this.#session;
    // A request that was refused may have told the end of a session before the tab does in which it was meant.
    const isMeantAfterAll = before === null && this.#reason === 'ended' && reason !== 'ended';
    this.#session = null;
    this.#mark = {};
    if (before !== null || isMeantAfterAll) this.#reason = reason;
    clearTimeout(this.#timer);
    await this.#caches.empty();
    if (isMeantAfterAll) this.listeners.tell('logout', { reason });
    if (before === null) return;
    this.listeners.tell('session', null);
    if (before !== undefined || reason !== 'ended') this.listeners.tell('logout', { reason });
  }

  /** Asks for a logout. What is refused meanwhile is so by this, and no news. */
  async leave<T>(ask: () => Promise<T>): Promise<T> {
    this.#isLeaving = true;
    try {
      return await ask();
    } finally {
      this.#isLeaving = false;
    }
  }

  /** Who is logged in is not known any more: another tab says that somebody is. */
  async forget(): Promise<void> {
    this.#session = undefined;
    this.#mark = {};
    clearTimeout(this.#timer);
    await this.#caches.empty();
  }

  /** Empties the caches, whoever is logged in. */
  empty(): Promise<void> {
    return this.#caches.empty();
  }

  /** What the platform answered to a request that was sent at this mark. */
  answered({ status, sessiontimeout }: ResponseHeader, sentAt: object): void {
    if (sentAt !== this.#mark || this.#isLeaving) return;
    if (status === Status.SESSION_NOT_FOUND) void this.ended('ended');
    else if (this.#session && typeof sessiontimeout === 'number') this.#prolong(this.#session, sessiontimeout);
  }

  /** What the gateway refused a request for that was sent at this mark. */
  refused(code: string, sentAt: object): void {
    if (sentAt !== this.#mark || this.#isLeaving) return;
    if (code === 'session-ended' || (code === 'no-session' && this.#session)) void this.ended('ended');
  }

  /** Ends its timer. */
  close(): void {
    clearTimeout(this.#timer);
  }

  #prolong(session: PersonSession, seconds: number): void {
    this.#session = Object.freeze({ ...session, expiresAt: new Date(this.#clock() + seconds * 1000) });
    this.#watch(seconds);
  }

  #watch(seconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#timeUp, Math.min(seconds * 1000 + GRACE, LONGEST_TIMER));
  }
}
