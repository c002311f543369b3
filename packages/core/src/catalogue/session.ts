import { bool, hash, integer, object, open, text } from '../types/index.js';
import { argumentsOf } from './argument-definition.js';
import { defineAction } from './define-action.js';
import { defineCommand } from './define-command.js';

/** What a login has to answer. @documented */
export interface SessionChallenge {
  /** 32 characters; it lives some 30 seconds and can be used once. @documented */
  readonly challenge: string;
  /** The salt of the password. An unknown user has a made-up one. @documented */
  readonly salt: string;
  /** Whether the hash of version 2 has to be sent too. @documented */
  readonly needsv2hash: boolean;
}

/** Arguments of `session/initialize`. */
export interface SessionInitializeArguments {
  /** The name to log in with. @documented */
  readonly user: string;
  /** The address of the person who logs in, for rate limiting. @documented */
  readonly userip: string;
}

/** Begins a login. An unknown user gives no error. @documented */
export const sessionInitialize = defineAction({
  command: 'session',
  action: 'initialize',
  actors: ['application'],
  token: 'session-create',
  errors: [8],
  arguments: argumentsOf<SessionInitializeArguments>({
    user: { type: text(), required: true },
    userip: { type: text(), required: true },
  }),
  output: object<SessionChallenge>('SessionChallenge', { challenge: text(), salt: text(), needsv2hash: bool() }),
});

/** A session that was begun. @documented */
export interface CreatedSession {
  /** The session's ID. @documented */
  readonly id: string;
  /** What requests of the session are signed with, behind the application's key; 32 characters. @documented */
  readonly key: string;
  /** After how many seconds without a request it ends. @documented */
  readonly timeout: number;
  /** ID of the user who is logged in. @documented */
  readonly user: string;
}

/** Arguments of `session/create`. */
export interface SessionCreateArguments {
  /** The challenge that is answered. @documented */
  readonly challenge: string;
  /** The answer, computed from password, salt and challenge. @documented */
  readonly response: string;
  /** The password's hash of version 2, only where `needsv2hash` asks for it. @documented */
  readonly v2hash?: string | null | undefined;
}

/** Completes a login: answers a session, or an error that does not say what was wrong. @documented */
export const sessionCreate = defineAction({
  command: 'session',
  action: 'create',
  actors: ['application'],
  token: 'session-create',
  errors: [280, 281],
  arguments: argumentsOf<SessionCreateArguments>({
    challenge: { type: text(), required: true },
    response: { type: text(), required: true },
    v2hash: text(),
  }),
  output: object<CreatedSession>('CreatedSession', { id: hash(), key: text(), timeout: integer(), user: hash() }),
});

/** Ends the session that signs the request. Its output is not known. @observed */
export const sessionDelete = defineAction({
  command: 'session',
  action: 'delete',
  actors: ['session'],
  errors: [282],
  output: open(),
});

/** The command `session`: people who log in through an application. */
export const sessionCommand = defineCommand('session', {
  initialize: sessionInitialize,
  create: sessionCreate,
  delete: sessionDelete,
});
