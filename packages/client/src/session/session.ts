import {
  type ApplicationCredentials,
  Secret,
  type SessionCredentials,
  session as credentialsOf,
} from '@streamone/core';
import type { SessionStore, StoredSession } from './session-store.js';
import type { SessionEnd, SessionView } from './session-view.js';

/** How seldom a prolonged session is saved again, in milliseconds: not at each answer. */
const SAVE_EVERY = 10_000;
/** A session that ends sooner is saved after this part of its timeout. */
const SAVE_PART = 0.1;

/** What a session is made in. */
export interface SessionContext {
  readonly application: ApplicationCredentials;
  /** The application as it signs now: its key may have been changed since. */
  readonly renewed: () => Promise<ApplicationCredentials>;
  readonly store: SessionStore;
  /** The time, in milliseconds since 1970. */
  readonly clock: () => number;
}

/** A session on this side: who it belongs to, how long it holds, and whether it is over. */
export class Session implements SessionView {
  readonly id: string;
  readonly user: string;
  readonly timeout: number;
  readonly ended: Promise<SessionEnd>;
  readonly credentials: SessionCredentials;
  readonly #key: Secret<string>;
  readonly #renewed: () => Promise<ApplicationCredentials>;
  readonly #store: SessionStore;
  readonly #clock: () => number;
  #expiresAt: number;
  #savedAt: number;
  #end: SessionEnd | undefined;
  #tellEnd: (end: SessionEnd) => void = () => {};
  /** What the store is doing; it never rejects. */
  #storing: Promise<unknown> = Promise.resolve();

  constructor(stored: StoredSession, { application, renewed, store, clock }: SessionContext) {
    this.id = stored.id;
    this.user = stored.user;
    this.timeout = stored.timeout;
    this.credentials = credentialsOf(application, { id: stored.id, key: stored.key });
    this.#key = new Secret(stored.key);
    this.#renewed = renewed;
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
    return this.end === undefined;
  }

  /** Why it is over, where it is. */
  get end(): SessionEnd | undefined {
    if (this.#end === undefined && this.#clock() >= this.#expiresAt) return 'expired';
    return this.#end;
  }

  /** What the next attempt is signed with. @throws InvalidArgumentError when no application's key can be had */
  async signing(): Promise<SessionCredentials> {
    return credentialsOf(await this.#renewed(), { id: this.id, key: this.#key.reveal() });
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
    if (this.#end !== undefined || now - this.#savedAt < Math.min(SAVE_EVERY, this.timeout * 1000 * SAVE_PART)) return;
    this.#savedAt = now;
    // The answer is there and the session lives: that it could not be kept shows when it is resumed.
    this.#inStore(async () => this.#store.save(this.save())).catch(() => {});
  }

  /** Looks in the store whether another client has used the session meanwhile, so that it holds for longer. */
  async lookAgain(): Promise<void> {
    try {
      const kept = await this.#store.load(this.id);
      if (kept?.key === this.#key.reveal() && kept.expiresAt > this.#expiresAt) this.#expiresAt = kept.expiresAt;
    } catch {
      // What is known here holds then.
    }
  }

  /** Ends it on this side and tells whoever waits. @returns whether it had not ended before */
  finish(end: SessionEnd): boolean {
    if (this.#end !== undefined) return false;
    this.#end = end;
    this.#tellEnd(end);
    return true;
  }

  /** Removes it from the store; rejects with what the store does. */
  forget(): Promise<void> {
    return this.#inStore(async () => this.#store.remove(this.id));
  }

  /** One after the other: a save that is slow must not undo the removal. */
  #inStore(work: () => Promise<void>): Promise<void> {
    const done = this.#storing.then(work);
    this.#storing = done.catch(() => {});
    return done;
  }
}
