import type { AsyncCommand } from 'fast-check';
import { expect } from 'vitest';
import type { TestServer } from '../src/index.js';
import type { Adapter } from './adapters.js';
import { ask } from './ask.js';
import { bcryptHashes, create, initialize, respond, viewme } from './login.js';

/** The server that the commands are carried out against. */
export interface Real {
  readonly server: TestServer;
  readonly adapter: Adapter;
}

/** What there should be, by the protocol: reckoned apart from the server, in whole seconds. */
export interface Model {
  now: number;
  readOnly: boolean;
  failures: number[];
  readonly challenges: { readonly id: string; readonly user: string; readonly expires: number; used: boolean }[];
  readonly sessions: { readonly id: string; readonly key: string; expires: number; ended: boolean }[];
}

/** The settings that the model reckons with, small: a run stays under the hour for which the server remembers what ended. */
export const settings = { maxFailedLogins: 3, failedLoginWindow: 40, challengeLifetime: 30, sessionTimeout: 50 };

/** The model at the start. */
export function emptyModel(): Model {
  return { now: 0, readOnly: false, failures: [], challenges: [], sessions: [] };
}

function throttled({ failures, now }: Model): boolean {
  return failures.filter((time) => time > now - settings.failedLoginWindow).length >= settings.maxFailedLogins;
}

type Command = AsyncCommand<Model, Real>;

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)];
}

function command(name: string, run: (model: Model, real: Real) => Promise<void> | void): Command {
  return { check: () => true, run: async (model, real) => run(model, real), toString: () => name };
}

/** Asks for a challenge. */
export function initializing(user: string): Command {
  return command(`initialize ${user}`, async (model, { server, adapter }) => {
    const { header, body } = await initialize(server, user, '192.0.2.1', adapter);
    const expected = model.readOnly ? 10 : throttled(model) ? 8 : 0;
    expect(header.status).toBe(expected);
    if (expected !== 0) return;
    expect(body.salt).toMatch(/^\$2y\$12\$[a-z0-9]{22}$/);
    const expires = model.now + settings.challengeLifetime;
    model.challenges.push({ id: body.challenge, user, expires, used: false });
  });
}

/** Answers some challenge of those given out, also old and used ones, rightly or wrongly. */
export function creating(index: number, right: boolean): Command {
  return command(`create ${index} ${right ? 'right' : 'wrong'}`, async (model, { server, adapter }) => {
    const challenge = pick(model.challenges, index);
    const id = challenge?.id ?? 'never given out';
    const hash = challenge?.user === 'reader' ? bcryptHashes.reader : bcryptHashes.editor;
    const response = respond(right ? hash : 'x'.repeat(60), id);
    const { header, body } = await create(server, { challenge: id, response }, adapter);
    if (model.readOnly) expect(header.status).toBe(10);
    else if (challenge === undefined) expect(header.status).toBe(281);
    else if (throttled(model)) expect(header.status).toBe(8);
    else if (challenge.used || challenge.expires <= model.now) expect(header.status).toBe(281);
    else {
      challenge.used = true;
      const known = challenge.user !== 'nobody';
      expect(header.status).toBe(right && known ? 0 : 281);
      if (header.status !== 0) model.failures.push(model.now);
      else {
        expect(body.timeout).toBe(settings.sessionTimeout);
        const expires = model.now + settings.sessionTimeout;
        model.sessions.push({ id: body.id, key: body.key, expires, ended: false });
      }
    }
  });
}

function isLive(session: Model['sessions'][number], { now }: Model): boolean {
  return !session.ended && session.expires > now;
}

/** Uses some session of those begun, dead ones too. */
export function using(index: number): Command {
  return command(`use ${index}`, async (model, { server, adapter }) => {
    const session = pick(model.sessions, index);
    if (session === undefined) return;
    const { header } = await viewme(server, session, adapter);
    expect(header.status).toBe(isLive(session, model) ? 0 : 282);
    if (header.status !== 0) {
      expect(header).not.toHaveProperty('sessiontimeout');
      return;
    }
    if (!model.readOnly) session.expires = model.now + settings.sessionTimeout;
    expect(header.sessiontimeout).toBe(session.expires - model.now);
  });
}

/** Ends some session of those begun. */
export function deleting(index: number): Command {
  return command(`delete ${index}`, async (model, { server, adapter }) => {
    const session = pick(model.sessions, index);
    if (session === undefined) return;
    const { header } = await ask(server, { path: '/api/session/delete', session }, adapter);
    const live = isLive(session, model);
    expect(header.status).toBe(live ? (model.readOnly ? 10 : 0) : 282);
    if (live && !model.readOnly) session.ended = true;
  });
}

/** Lets time go by. */
export function advancing(seconds: number): Command {
  return command(`advance ${seconds}`, (model, { server }) => {
    server.clock.advance(seconds);
    model.now += seconds;
  });
}

/** Begins or ends read-only mode. */
export function readingOnly(on: boolean): Command {
  return command(`read-only ${on}`, (model, { server }) => {
    server.state.readOnly = on;
    model.readOnly = on;
  });
}
