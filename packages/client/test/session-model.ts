// oxlint-disable vitest/no-standalone-expect -- the steps of a model, which its test runs
import { type StreamOneClient, createClient, memorySessionStore } from '@streamone/client';
import { application, isApiError } from '@streamone/core';
import { type TestServer, createTestServer } from '@streamone/test-server';
import type fc from 'fast-check';
import { expect } from 'vitest';

const PASSWORD = 'model-password';
/** What the platform keeps of that password, with the least cost that bcrypt has: a model logs in often. */
const KEPT = {
  salt: '$2y$04$abcdefghijklmnopqrstuu',
  s: '871a364a3bf4129923d9b9c52b118e72557f0d8d71ec26cdca177a5f202184c6',
  v2hash: '91fe0cb62bc0847e38e656a1d07e3b6b',
};
/** In seconds. */
export const TIMEOUT = 600;

/** What must be true of one session that was begun. */
interface ModelSession {
  /** When it ends by itself, by the server's clock in milliseconds. */
  expires: number;
  /** Whether the platform ended it, which the client can't know before it asks. */
  killed: boolean;
  /** Whether the client knows that it is over. */
  told: boolean;
}

/** What must be true of the sessions, reckoned without the client. */
export interface Model {
  readonly sessions: ModelSession[];
  readOnly: boolean;
}

/** The client and the server, and how often a client heard that its session was over. */
export interface Real {
  readonly server: TestServer;
  readonly app: StreamOneClient;
  readonly people: StreamOneClient[];
  readonly heard: number[];
}

/** A server with the clock stopped, and a client that goes by that clock. */
export function startModel(): { model: Model; real: Real } {
  const server = createTestServer({ seed: 3 });
  server.clock.freeze();
  server.state.sessionTimeout = TIMEOUT;
  server.state.maxFailedLogins = 1000;
  const editor = server.state.users.find(({ username }) => username === server.credentials.login.username);
  if (editor === undefined) throw new Error('the studio has no editor');
  server.state.users.update(editor.id, { password: KEPT, needsv2hash: true });
  const app = createClient({
    auth: application(server.credentials.application),
    url: server.url,
    fetch: server.fetch,
    clock: () => server.clock.now(),
    store: memorySessionStore(),
    account: server.credentials.account,
  });
  return { model: { sessions: [], readOnly: false }, real: { server, app, people: [], heard: [] } };
}

type Command = fc.AsyncCommand<Model, Real>;

async function statusOf(call: PromiseLike<unknown>): Promise<number> {
  try {
    await call;
    return 0;
  } catch (error) {
    if (isApiError(error)) return error.status;
    throw error;
  }
}

function adopt(person: StreamOneClient, { people, heard }: Real): void {
  const at = people.push(person) - 1;
  heard.push(0);
  person.on('sessionend', () => {
    heard[at] = (heard[at] ?? 0) + 1;
  });
}

/** Every session is what the model says, after every step. */
function check({ sessions }: Model, { server, people, heard }: Real): void {
  for (const [at, session] of sessions.entries()) {
    const holds = !session.told && server.clock.now() < session.expires;
    const view = people[at]?.options.session;
    expect([at, view?.active, heard[at]]).toEqual([at, holds, session.told ? 1 : 0]);
    if (holds) expect([at, view?.expiresAt.getTime()]).toEqual([at, session.expires]);
  }
}

abstract class Step {
  check(): boolean {
    return true;
  }
  toString(): string {
    return `${this.constructor.name}(${Object.values(this).join(', ')})`;
  }
}

/** Someone logs in, with the right password or a wrong one. */
export class Login extends Step implements Command {
  readonly right: boolean;
  constructor(right: boolean) {
    super();
    this.right = right;
  }
  async run(model: Model, real: Real): Promise<void> {
    const { username } = real.server.credentials.login;
    const password = this.right ? PASSWORD : 'wrong';
    const login = real.app.login({ username, password, ip: '192.0.2.1' });
    const expected = model.readOnly ? 10 : this.right ? 0 : 281;
    expect(await statusOf(login)).toBe(expected);
    if (expected === 0) {
      adopt(await login, real);
      model.sessions.push({ expires: real.server.clock.now() + TIMEOUT * 1000, killed: false, told: false });
    }
    check(model, real);
  }
}

abstract class OfOne extends Step {
  readonly which: number;
  constructor(which: number) {
    super();
    this.which = which;
  }
  protected of(model: Model, real: Real): { session: ModelSession; person: StreamOneClient } | undefined {
    const at = this.which % Math.max(1, model.sessions.length);
    const session = model.sessions[at];
    const person = real.people[at];
    return session === undefined || person === undefined ? undefined : { session, person };
  }
}

/** Someone reads in their session. */
export class Read extends OfOne implements Command {
  async run(model: Model, real: Real): Promise<void> {
    const found = this.of(model, real);
    if (found === undefined) return;
    const { session, person } = found;
    const { journal, clock } = real.server;
    // What is known to be over costs no request.
    const asks = !session.told && clock.now() < session.expires;
    const lives = asks && !session.killed;
    journal.clear();
    expect(await statusOf(person.call('user/viewme', {}, { read: true }))).toBe(lives ? 0 : 282);
    expect(journal.entries()).toHaveLength(asks ? 1 : 0);
    if (!lives) session.told = true;
    else if (!model.readOnly) session.expires = clock.now() + TIMEOUT * 1000;
    check(model, real);
  }
}

/** Someone logs out. */
export class Logout extends OfOne implements Command {
  async run(model: Model, real: Real): Promise<void> {
    const found = this.of(model, real);
    if (found === undefined) return;
    const { session, person } = found;
    const { journal, clock, state } = real.server;
    const asks = !session.told && clock.now() < session.expires;
    const id = person.options.session?.id ?? '';
    journal.clear();
    expect(await statusOf(person.logout())).toBe(asks && !session.killed && model.readOnly ? 10 : 0);
    expect(journal.entries()).toHaveLength(asks ? 1 : 0);
    if (asks && !model.readOnly) expect(state.sessions.get(id)).toBeUndefined();
    session.told = true;
    check(model, real);
  }
}

/** The platform ends a session. */
export class Kill extends OfOne implements Command {
  async run(model: Model, real: Real): Promise<void> {
    const found = this.of(model, real);
    if (found === undefined) return;
    const id = found.person.options.session?.id ?? '';
    if (real.server.state.sessions.get(id) !== undefined) real.server.state.sessions.remove(id);
    found.session.killed = true;
    check(model, real);
  }
}

/** Somebody goes on in a session, by its ID or by what was saved. */
export class Resume extends OfOne implements Command {
  readonly byId: boolean;
  constructor(which: number, byId: boolean) {
    super(which);
    this.byId = byId;
  }
  async run(model: Model, real: Real): Promise<void> {
    const found = this.of(model, real);
    if (found === undefined) return;
    const { session, person } = found;
    const view = person.options.session;
    if (view === undefined || session.told) {
      if (view !== undefined) await expect(real.app.resume(view.id)).rejects.toThrow(/kept in the store/);
      return;
    }
    const again = await real.app.resume(this.byId ? view.id : view.save());
    expect(again.options.session).toMatchObject({ id: view.id, user: view.user, timeout: TIMEOUT });
    expect(again.options.session?.expiresAt.getTime()).toBeLessThanOrEqual(view.expiresAt.getTime());
    check(model, real);
  }
}

/** Time goes by. */
export class Wait extends Step implements Command {
  readonly seconds: number;
  constructor(seconds: number) {
    super();
    this.seconds = seconds;
  }
  async run(model: Model, real: Real): Promise<void> {
    real.server.clock.advance(this.seconds);
    check(model, real);
  }
}

/** The platform is made read-only, or writable again. */
export class SetReadOnly extends Step implements Command {
  readonly readOnly: boolean;
  constructor(readOnly: boolean) {
    super();
    this.readOnly = readOnly;
  }
  async run(model: Model, real: Real): Promise<void> {
    real.server.state.readOnly = this.readOnly;
    model.readOnly = this.readOnly;
    check(model, real);
  }
}
