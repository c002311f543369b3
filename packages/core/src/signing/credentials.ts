import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { Secret } from './secret.js';

/**
 * A key of the platform's WebCrypto form: what `crypto.subtle.importKey` gives. Named here by its
 * shape, so that the package needs neither DOM nor Node types.
 */
export interface CryptoKeyLike {
  readonly type: string;
  readonly extractable: boolean;
  readonly algorithm: object;
  readonly usages: readonly string[];
}

/** A pre-shared key: the text that the platform gave, or a WebCrypto key made of it (HMAC, SHA-1, `sign`). */
export type SigningKey = string | CryptoKeyLike;

/** Credentials of a user who signs for themself. */
export interface UserCredentials {
  readonly type: 'user';
  /** The user's ID. */
  readonly id: string;
  readonly psk: Secret<SigningKey>;
}

/** Credentials of an application. */
export interface ApplicationCredentials {
  readonly type: 'application';
  /** The application's ID. */
  readonly id: string;
  readonly psk: Secret<SigningKey>;
}

/** Credentials of a person who is logged in through an application. */
export interface SessionCredentials {
  readonly type: 'session';
  readonly application: ApplicationCredentials;
  /** The session's ID. */
  readonly id: string;
  readonly key: Secret<string>;
  /** What such a request is signed with: the application's key immediately followed by the session's. */
  readonly signingKey: Secret<string>;
}

/** Whoever signs a request. */
export type Credentials = UserCredentials | ApplicationCredentials | SessionCredentials;

/** What `user` and `application` take. */
export interface ActorInput {
  /** The actor's ID. */
  readonly id: string;
  /** The actor's pre-shared key. */
  readonly psk: SigningKey;
}

/** What `session` takes: as `session/create` gave it. */
export interface SessionInput {
  readonly id: string;
  readonly key: string;
}

function checkText(value: unknown, argument: string, what: string): void {
  if (typeof value === 'string' && value !== '') return;
  throw new InvalidArgumentError({ argument, expected: `${what}, a text that is not empty`, given: value });
}

function checkActor(actor: ActorInput, who: string): void {
  checkText(actor.id, 'id', `the ID of the ${who}`);
  if (typeof actor.psk !== 'object' || actor.psk === null) {
    checkText(actor.psk, 'psk', `the pre-shared key of the ${who}`);
  } else if (!('algorithm' in actor.psk)) {
    throw new InvalidArgumentError({ argument: 'psk', expected: 'a text or a CryptoKey', given: actor.psk });
  }
}

/**
 * Credentials of a user, who signs with their own pre-shared key. Source: protocol, documented.
 *
 * @throws InvalidArgumentError when the ID or the key is missing.
 */
export function user(actor: ActorInput): UserCredentials {
  checkActor(actor, 'user');
  return Object.freeze({ type: 'user', id: actor.id, psk: new Secret(actor.psk) });
}

/**
 * Credentials of an application, which signs with its own pre-shared key. Source: protocol, documented.
 *
 * @throws InvalidArgumentError when the ID or the key is missing.
 */
export function application(actor: ActorInput): ApplicationCredentials {
  checkActor(actor, 'application');
  return Object.freeze({ type: 'application', id: actor.id, psk: new Secret(actor.psk) });
}

/**
 * Credentials of a session: the application's key and the session's key are joined to one.
 * Source: protocol, observed.
 *
 * @throws InvalidArgumentError when the session is incomplete, or the application's key is a
 *   CryptoKey: two keys can't be joined when one of them can't be read.
 */
export function session(through: ApplicationCredentials, started: SessionInput): SessionCredentials {
  checkText(started.id, 'id', 'the ID of the session');
  checkText(started.key, 'key', 'the key of the session');
  const psk = through.psk.reveal();
  if (typeof psk !== 'string') {
    throw new InvalidArgumentError({
      argument: 'psk',
      expected: "the application's pre-shared key as text",
      given: psk,
      advice: "A session signs with the application's key and its own joined, which a CryptoKey does not allow.",
    });
  }
  return Object.freeze({
    type: 'session',
    application: through,
    id: started.id,
    key: new Secret(started.key),
    signingKey: new Secret(psk + started.key),
  });
}

/**
 * Checks that credentials were made by {@link user}, {@link application} or {@link session}: a plain
 * object of the same look has its key in the open.
 *
 * @throws InvalidArgumentError when they were not.
 */
export function checkCredentials(credentials: Credentials): void {
  const key: unknown = credentials?.type === 'session' ? credentials.signingKey : credentials?.psk;
  if (typeof (key as Secret<SigningKey> | undefined)?.reveal === 'function') return;
  throw new InvalidArgumentError({
    argument: 'credentials',
    expected: 'what user(…), application(…) or session(…) gives',
    given: credentials,
  });
}

/**
 * The key that these credentials sign with: the actor's, or for a session the application's
 * immediately followed by the session's. Source: protocol, documented; for sessions observed.
 */
export function signingKey(credentials: Credentials): SigningKey {
  return credentials.type === 'session' ? credentials.signingKey.reveal() : credentials.psk.reveal();
}

/** The keys of these credentials as far as they are text, so that messages can be cleaned of them. */
export function secretsOf(credentials: Credentials): string[] {
  const keys: SigningKey[] =
    credentials.type === 'session'
      ? [credentials.signingKey.reveal(), credentials.application.psk.reveal(), credentials.key.reveal()]
      : [credentials.psk.reveal()];
  return keys.filter((key) => typeof key === 'string');
}
