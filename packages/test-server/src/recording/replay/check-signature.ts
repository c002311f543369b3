import { Status } from '@streamone/core';
import { PLATFORM_ZONE, writeRefusal } from '../../answer/envelope.js';
import type { RawRequest } from '../../answer/raw-request.js';
import { route } from '../../answer/route.js';
import { readParts } from '../../answer/run-action.js';
import type { HmacSha1 } from '../../hmac/hmac-sha1.js';
import type { ActorCredentials } from '../../scenarios/credentials.js';
import { verifySignature } from '../../signature/verify-signature.js';

/** Checks the signature of a request; gives the refusal of one that is wrong. */
export type CheckSignature = (request: RawRequest) => string | undefined;

/** Makes the check for the actors whose keys are known. @param sessions the stand-in keys of sessions, by their IDs' stand-ins */
export function signatureCheck(
  credentials: readonly ActorCredentials[],
  sessions: ReadonlyMap<string, string>,
  hmac: HmacSha1,
): CheckSignature {
  const keys = new Map(credentials.map(({ id, psk }) => [id, psk]));
  return ({ target, body }) => {
    const mark = target.indexOf('?');
    const found = route(mark === -1 ? target : target.slice(0, mark));
    if (keys.size === 0 || found === undefined) return undefined;
    const parts = readParts(target, body, found.path);
    const value = (name: string): string => {
      const given = parts.parameters.variables.get(name);
      return typeof given === 'string' ? given : '';
    };
    const psk = keys.get(value(value('authentication_type') === 'application' ? 'application' : 'user'));
    const session = value('session');
    const sessionKey = session === '' ? '' : sessions.get(session);
    // A session that was begun before the recording has a key that nobody knows.
    if (psk === undefined || sessionKey === undefined) return undefined;
    if (verifySignature(parts, value('signature'), psk + sessionKey, hmac)) return undefined;
    const why = 'The signature is wrong for the key that the replay was given.';
    return writeRefusal(Status.AUTHENTICATION_FAILED, { timezone: PLATFORM_ZONE, sessiontimeout: undefined }, why);
  };
}
