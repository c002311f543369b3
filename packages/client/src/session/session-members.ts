import { InvalidArgumentError } from '@streamone/core';
import { type ClientFamily, KernelClient } from '../client.js';
import { startCall } from '../call/start-call.js';
import type { ResolvedOptions } from '../options/resolve-options.js';
import type { LoginOptions, StreamOneClient, UntypedArguments } from '../stream-one-client.js';
import { checkLogin } from './check-login.js';
import type { LoginInput } from './login.js';
import { memorySessionStore } from './memory-session-store.js';
import { openSession } from './open-session.js';
import { resumeSession } from './resume-session.js';
import { type CallAction, deleteSession, loginCalls } from './session-calls.js';
import { type SessionEndListener, SessionHolder } from './session-holder.js';
import { sessionMaker } from './session-maker.js';
import type { SessionStore, StoredSession } from './session-store.js';

interface Inside {
  readonly options: ResolvedOptions & { readonly store: SessionStore };
  readonly family: ClientFamily;
}

function insideOf(client: unknown): Inside {
  if (!(client instanceof KernelClient)) {
    throw new InvalidArgumentError({ expected: 'a member that is called on its client', given: client });
  }
  const { options, family } = KernelClient.inside(client);
  return { options: { ...options, store: options.store ?? memorySessionStore() }, family };
}

function callOf({ options, family }: Inside): CallAction {
  return async (action, args, given) =>
    startCall(options, family, { action, args: args as UntypedArguments, given, strict: true });
}

function acting({ options, family }: Inside, holder: SessionHolder): StreamOneClient {
  const derived = family.create({ ...options, auth: () => holder.credentials, session: holder });
  return derived as unknown as StreamOneClient;
}

function sessionOf({ options }: Inside, asked: string): SessionHolder {
  const { session } = options;
  if (session !== undefined) return session;
  throw new InvalidArgumentError({
    expected: 'a client with a session, as login() gives it',
    given: `${asked}() of one without`,
  });
}

async function login(client: unknown, input: LoginInput, given: LoginOptions = {}): Promise<StreamOneClient> {
  const inside = insideOf(client);
  checkLogin(input);
  const make = await sessionMaker(inside.options, inside.family);
  const { store, clock } = inside.options;
  return acting(inside, await openSession(input, given, { calls: loginCalls(callOf(inside)), store, clock, make }));
}

async function resume(client: unknown, saved: StoredSession | string): Promise<StreamOneClient> {
  const inside = insideOf(client);
  const make = await sessionMaker(inside.options, inside.family);
  return acting(inside, new SessionHolder(make(await resumeSession(saved, inside.options.store))));
}

/** Ends the session of a client. @throws InvalidArgumentError for one without */
export async function leave(client: unknown): Promise<void> {
  const inside = insideOf(client);
  await sessionOf(inside, 'logout').leave(() => deleteSession(callOf(inside)));
}

function on(client: unknown, event: 'sessionend', listener: SessionEndListener): () => void {
  if (event === 'sessionend') return sessionOf(insideOf(client), 'on').onEnd(listener);
  throw new InvalidArgumentError({ argument: 'event', expected: '"sessionend"', given: event });
}

/** What a client has that can have sessions of its own; see `StreamOneClient`. */
export const sessionMembers = { login, resume, logout: leave, on } as const;
