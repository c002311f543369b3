import { AbortedError, HttpError, type Sent, isApiError } from '@streamone/core';
import type { Gateway } from '../gateway/gateway.js';
import { GatewayRoutes } from '../gateway/gateway-routes.js';
import { type LoginInput, type StartWorker, checkLogin, login } from '../login/login.js';
import { loginTurn } from '../login/login-turn.js';
import type { LogoutReason, PersonSession } from './person-session.js';
import type { SessionKeeper } from './session-keeper.js';
import { type TabMessage, type Tabs, joinTabs } from './tabs.js';

/** What access by a person is made of. */
export interface PersonAccessParts {
  /** The gateway; tabs are joined by its address. */
  readonly gateway: Gateway;
  readonly sessions: SessionKeeper;
  readonly startWorker: StartWorker | undefined;
}

/** For one request of a login or logout, in milliseconds. */
const TIMEOUT = 15_000;

const numberOf = (given: unknown): number | undefined => (typeof given === 'number' ? given : undefined);

const isRefusal = (error: unknown): boolean => error instanceof HttpError || isApiError(error);

/** Logging in and out at the gateway, in step with other tabs. */
export class PersonAccess {
  readonly #parts: PersonAccessParts;
  readonly #routes: GatewayRoutes;
  #tabs: Tabs | undefined;
  /** Settles once no login that failed can be answered any more. */
  #undone: Promise<void> = Promise.resolve();

  constructor(parts: PersonAccessParts) {
    this.#parts = parts;
    this.#routes = new GatewayRoutes(parts.gateway, TIMEOUT);
  }

  /** Logs a person in. One that fails after its last request was sent is undone before another begins. */
  async login(input: LoginInput): Promise<PersonSession> {
    checkLogin(input);
    const { gateway, sessions, startWorker } = this.#parts;
    gateway.checkReachable();
    const { signal } = input;
    let sent: Sent = 'no';
    let release: (() => void) | undefined;
    try {
      release = await loginTurn(gateway.address, signal);
      const { user, timeout } = await login(input, this.#routes, startWorker, (asked) => {
        sent = 'unknown';
        this.#undone = this.#undo(asked);
      });
      const session = await sessions.told(user, timeout);
      this.join().tell('login');
      return session;
    } catch (error) {
      if (signal?.aborted !== true || error !== signal.reason) throw error;
      const place = { command: 'session', action: 'create', attempts: 1, sent } as const;
      throw new AbortedError({ ...place, reason: 'the caller ended it', cause: error });
    } finally {
      void this.#undone.then(release);
    }
  }

  /** Asks the gateway who is logged in. */
  async resume(): Promise<PersonSession | null> {
    const { sessions } = this.#parts;
    this.join();
    // Else somebody would be found whose login was given up.
    await this.#undone;
    const { mark } = sessions;
    const told = await this.#routes.askSession({ route: 'session', members: {} }).catch((error: unknown) => {
      if (this.#parts.gateway.isError(error, 'session-ended')) return null;
      throw error;
    });
    // Somebody logged in or out meanwhile: what was told is of the time before.
    if (mark !== sessions.mark) return sessions.current === undefined ? this.resume() : sessions.current;
    const user = told?.['user'];
    if (typeof user === 'string')
      return sessions.told(user, numberOf(told?.['timeout']) ?? 0, numberOf(told?.['longest']));
    await sessions.ended('ended');
    return null;
  }

  /** Logs out. What is kept of the person's answers goes first, whatever the gateway says. */
  async logout(): Promise<void> {
    await this.#parts.sessions.empty();
    const failure = await this.#leave('logout');
    this.join().tell('logout');
    if (failure !== undefined) throw failure;
  }

  /** Leaves the other tabs alone from now on. */
  close(): void {
    this.#tabs?.close();
    this.#tabs = undefined;
  }

  /** Listens to other tabs from now on. */
  join(): Tabs {
    this.#tabs ??= joinTabs(this.#parts.gateway.address, (message) => void this.#heard(message));
    return this.#tabs;
  }

  /** @returns why the session may live on at the platform, where it may */
  async #leave(reason: LogoutReason): Promise<unknown> {
    const { gateway, sessions } = this.#parts;
    let failure: unknown;
    try {
      await sessions.leave(() => this.#routes.askSession({ route: 'logout', members: {}, action: 'delete' }));
    } catch (error) {
      // Only an answer of the gateway takes the cookie away; without one, the person is logged in as before.
      if (!gateway.isError(error, 'upstream-failed')) throw error;
      failure = error;
    }
    await sessions.ended(reason);
    return failure;
  }

  /** Logs out whom a login that failed has logged in, or may have. */
  async #undo(asked: Promise<unknown>): Promise<void> {
    // Whoever says no, or is somebody in between, sets no cookie.
    const refused = await asked.then(() => false, isRefusal);
    // Not meant as a logout, as which it would be told: whoever was here before comes to it as to a session that ended.
    if (!refused) await this.#leave('ended').catch(() => undefined);
  }

  async #heard(message: TabMessage): Promise<void> {
    const { sessions } = this.#parts;
    if (message === 'logout') return sessions.ended('elsewhere');
    await sessions.forget();
    // Where the gateway can't be asked now, the next one who asks will know.
    await this.resume().catch(() => undefined);
  }
}
