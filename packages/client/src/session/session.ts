import {
  type ApplicationCredentials,
  Secret,
  type SessionCredentials,
  session as credentialsOf,
} from '@streamone/core';
import type { SessionStore, StoredSession } from './session-store.js';

/** Why a session is over: it was ended by `logout`, its time ran out, or the platform does not know it any more. */
export type SessionEnd = 'logout' | 'expired' | 'refused';

/** How seldom a prolonged session is saved again, in milliseconds: not at each answer. */
const SAVE_EVERY = 10_000;

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
  /** Fulfilled when it is over, with the reason; never rejected. */
  readonly ended: Promise<SessionEnd>;
  /** The session with its key, to be kept somewhere safe and given to `resume` later. */
  save(): StoredSession;
}

/** A session on this side: who it belongs to, how long it holds, and whether it is over. */
export class Session implements SessionView {
  readonly id: string;
  readonly user: string;
  readonly timeout: number;
  readonly ended: Promise<SessionEnd>;
  readonly credentials: SessionCredentials;
  readonly #key: Secret<string>;
  readonly #store: SessionStore;
  readonly #clock: () => number;
  #expiresAt: number;
  #savedAt: number;
  #end: SessionEnd | undefined;
  #tellEnd: (end: SessionEnd) => void = () => {};

  constructor(stored: StoredSession, application: ApplicationCredentials, store: SessionStore, clock: () => number) {
    this.id = stored.id;
    this.user = stored.user;
    this.timeout = stored.timeout;
    this.credentials = credentialsOf(application, { id: stored.id, key: stored.key });
    this.#key = new Secret(stored.key);
    this.#store = store;
    this.#clock = clock;
    this.#expiresAt = stored.expiresAt;
    this.#savedAt = clock();
    this.ended = new Promise((resolve) => {
      this.#tellEnd = resolve;
    });
  }

  get expiresAt(): Date {
    return new Date(this.#expiresAt);
  }

  get active(): boolean {
    return this.#end === undefined && this.#clock() < this.#expiresAt;
  }

  /** Why it is over, where it is. */
  get end(): SessionEnd | undefined {
    if (this.#end === undefined && this.#clock() >= this.#expiresAt) return 'expired';
    return this.#end;
  }

  save(): StoredSession {
    const { id, user, timeout } = this;
    return { id, key: this.#key.reveal(), user, timeout, expiresAt: this.#expiresAt };
  }

  /**
   * Takes note of the seconds that an answer says are left; of a real one, never of a cached one.
   * Source: protocol, observed.
   */
  prolong(seconds: number): void {
    const now = this.#clock();
    this.#expiresAt = now + seconds * 1000;
    if (this.#end !== undefined || now - this.#savedAt < SAVE_EVERY) return;
    this.#savedAt = now;
    // The answer is there and the session lives: that it could not be kept shows when it is resumed.
    this.#store.save(this.save()).catch(() => {});
  }

  /** Ends it on this side: forgets it, and tells whoever waits. Doing so again changes nothing. */
  async finish(end: SessionEnd): Promise<void> {
    if (this.#end !== undefined) return;
    this.#end = end;
    this.#tellEnd(end);
    await this.#store.remove(this.id);
  }
}
