import type { Gateway } from '../gateway/gateway.js';
import { GatewayRoutes } from '../gateway/gateway-routes.js';
import { type LoginInput, type StartWorker, login } from '../login/login.js';
import type { PersonSession } from './person-session.js';
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

/** Logging in and out at the gateway, in step with other tabs. */
export class PersonAccess {
  readonly #parts: PersonAccessParts;
  readonly #routes: GatewayRoutes;
  #tabs: Tabs | undefined;

  constructor(parts: PersonAccessParts) {
    this.#parts = parts;
    this.#routes = new GatewayRoutes(parts.gateway, TIMEOUT);
  }

  /** Logs a person in. */
  async login(input: LoginInput): Promise<PersonSession> {
    const { sessions, startWorker } = this.#parts;
    const { user, timeout } = await login(input, this.#routes, startWorker);
    const session = await sessions.told(user, timeout);
    this.join().tell('login');
    return session;
  }

  /** Asks the gateway who is logged in. */
  async resume(): Promise<PersonSession | null> {
    const { sessions } = this.#parts;
    this.join();
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
    const { sessions } = this.#parts;
    await sessions.empty();
    let failure: unknown;
    try {
      await sessions.leave(() => this.#routes.askSession({ route: 'logout', members: {}, action: 'delete' }));
    } catch (error) {
      // Only an answer of the gateway takes the cookie away; without one, the person is logged in as before.
      if (!this.#parts.gateway.isError(error) || error.code !== 'upstream-failed') throw error;
      failure = error;
    }
    await sessions.ended('logout');
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

  async #heard(message: TabMessage): Promise<void> {
    const { sessions } = this.#parts;
    if (message === 'logout') return sessions.ended('elsewhere');
    await sessions.forget();
    // Where the gateway can't be asked now, the next one who asks will know.
    await this.resume().catch(() => undefined);
  }
}
