import { createHash } from 'node:crypto';
import type { SessionStore, StoredSession } from '@streamone/client';
import { createTurns } from '../stores/turns.js';
import { randomId } from './gateway-cookie.js';
import type { ResolvedGatewayLimits } from './gateway-limits.js';

/** How seldom a session that is used is saved again, in milliseconds: not at each request. */
const SAVE_EVERY = 10_000;
/** One that ends sooner is saved after this part of its time. */
const SAVE_PART = 0.1;

/** A session of the platform, as a gateway keeps it. */
export interface KeptSession {
  /** By which it lies in the store. Tells nothing of the ID in the cookie, of which it is a digest. */
  readonly place: string;
  /** The platform's session; its key never leaves the server. */
  readonly platform: StoredSession;
  /** When the person logged in, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it ends unless it is used before. */
  readonly expiresAt: number;
}

/** What lies in the store in the place of a session's key, as JSON: stores keep the known fields and no others. */
interface Sealed {
  readonly id: string;
  readonly key: string;
  readonly timeout: number;
  readonly ends: number;
  readonly created: number;
}

/** The place of an ID in the store. Who can read the store learns no cookie from it. */
export function placeOf(kind: 'session' | 'login', id: string): string {
  return `gateway-${kind}-${createHash('sha256').update(`${kind}:${id}`).digest('base64url')}`;
}

/** Reads what lies in the store; `undefined` for what is not of this form. */
function unsealed(record: StoredSession): KeptSession | undefined {
  let sealed: Partial<Sealed>;
  try {
    sealed = JSON.parse(record.key) as Partial<Sealed>;
  } catch {
    return undefined;
  }
  const { id, key, timeout, ends, created } = sealed;
  if (typeof id !== 'string' || typeof key !== 'string' || typeof timeout !== 'number') return undefined;
  if (typeof ends !== 'number' || typeof created !== 'number') return undefined;
  const platform = { id, key, user: record.user, timeout, expiresAt: ends };
  return { place: record.id, platform, createdAt: created, expiresAt: record.expiresAt };
}

/** A session that was looked for. */
export interface FoundSession {
  readonly session: KeptSession;
  /** Whether its time is not over. */
  readonly holds: boolean;
}

/** What sessions are kept with. */
export interface KeptSessionsParts {
  readonly store: SessionStore;
  readonly limits: ResolvedGatewayLimits;
  /** The time, in milliseconds since 1970. */
  readonly clock: () => number;
}

/** The sessions of the people who are logged in at a gateway. */
export class KeptSessions {
  readonly #parts: KeptSessionsParts;
  readonly #inTurn = createTurns();

  constructor(parts: KeptSessionsParts) {
    this.#parts = parts;
  }

  /** Keeps a session of the platform under a new ID. @returns the ID, for the cookie, and the session */
  async begin(platform: StoredSession): Promise<{ readonly id: string; readonly session: KeptSession }> {
    const id = randomId();
    const createdAt = this.#parts.clock();
    const place = placeOf('session', id);
    const session = { place, platform, createdAt, expiresAt: this.#end(platform.expiresAt, createdAt) };
    await this.#save(session);
    return { id, session };
  }

  /** The session of an ID; `undefined` where there is none. @throws StoreError for one that can't be read */
  async find(id: string): Promise<FoundSession | undefined> {
    const place = placeOf('session', id);
    const record = await this.#parts.store.load(place);
    const session = record === undefined || record.id !== place ? undefined : unsealed(record);
    if (session === undefined) return undefined;
    const now = this.#parts.clock();
    // Reckoned anew: the limits may have become shorter since it was saved.
    const holds = now < session.expiresAt && now < session.createdAt + this.#parts.limits.session;
    return { session, holds };
  }

  /**
   * Takes note that a session was used.
   *
   * @param ends when it ends at the platform, in milliseconds since 1970
   * @returns the session as it is now
   */
  async use(session: KeptSession, ends: number): Promise<KeptSession> {
    const platform = { ...session.platform, expiresAt: ends };
    const used = { ...session, platform, expiresAt: this.#end(ends, session.createdAt) };
    const gained = Math.max(Math.abs(used.expiresAt - session.expiresAt), Math.abs(ends - session.platform.expiresAt));
    if (gained < Math.min(SAVE_EVERY, (session.expiresAt - this.#parts.clock()) * SAVE_PART)) return used;
    // Who has logged out meanwhile, here or in another process, is not brought back.
    await this.#inTurn(session.place, async () => {
      if ((await this.#parts.store.load(session.place)) !== undefined) await this.#save(used);
    });
    return used;
  }

  /** Forgets a session; its key is nowhere after that. */
  remove({ place }: Pick<KeptSession, 'place'>): Promise<void> {
    return this.#inTurn(place, () => this.#parts.store.remove(place));
  }

  /** The first of the ends that a session has: the platform's, that of who does nothing, that of all sessions. */
  #end(ends: number, createdAt: number): number {
    const { clock, limits } = this.#parts;
    return Math.min(ends, clock() + limits.idle, createdAt + limits.session);
  }

  #save({ place, platform, createdAt, expiresAt }: KeptSession): Promise<void> {
    const { id, key, user, timeout, expiresAt: ends } = platform;
    const sealed: Sealed = { id, key, timeout, ends, created: createdAt };
    const seconds = Math.max(1, Math.ceil((expiresAt - this.#parts.clock()) / 1000));
    return this.#parts.store.save({ id: place, key: JSON.stringify(sealed), user, timeout: seconds, expiresAt });
  }
}
