import { Status } from '@streamone/core';
import { explainSignature } from '../explain/explain-signature.js';
import { explainTimestamp } from '../explain/explain-timestamp.js';
import { explainUnknownActor } from '../explain/explain-unknown-actor.js';
import { extendSession } from '../sessions/extend-session.js';
import { findSession } from '../sessions/find-session.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import { verifySignature } from '../signature/verify-signature.js';
import type { Application, User } from '../state/records.js';
import type { Session } from '../state/session-records.js';
import type { Parameters } from './parameters.js';
import { Refusal } from './refusal.js';
import type { World } from './world.js';

/** Who asks, once the signature was right. `record` is the one whose rights count. */
export type Caller =
  | { readonly type: 'user'; readonly record: User }
  | { readonly type: 'application'; readonly record: Application }
  | {
      readonly type: 'session';
      readonly record: User;
      readonly application: Application;
      readonly session: Session;
    };

const WHOLE = /^\d{1,15}$/;

function findActor(parameters: Parameters, { state }: World): Exclude<Caller, { type: 'session' }> {
  const id = parameters.actor ?? '';
  if (parameters.type === 'user') {
    const record = state.users.get(id);
    if (record?.active) return { type: 'user', record };
  } else {
    const record = state.applications.get(id);
    if (record?.active) return { type: 'application', record };
  }
  throw new Refusal(Status.AUTHENTICATION_FAILED, () => explainUnknownActor(parameters, state));
}

/**
 * Finds the caller and the key that the request must be signed with. In a session that is the
 * application's PSK with the session's key behind it (observed). The rights are the user's; the
 * application needs to be active and nothing else (inferred).
 */
function findCaller(parameters: Parameters, world: World): { readonly caller: Caller; readonly key: string } {
  const actor = findActor(parameters, world);
  if (parameters.session === undefined || actor.type === 'user') return { caller: actor, key: actor.record.psk };
  const application = actor.record;
  const { session, user } = findSession(parameters.session, application, world);
  return { caller: { type: 'session', record: user, application, session }, key: application.psk + session.key };
}

function present(argument: 'timestamp' | 'signature', value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new Refusal(Status.AUTHENTICATION_FAILED, { summary: `The parameter "${argument}" is missing.`, argument });
}

function checkTimestamp(timestamp: string, { clock, state }: World): void {
  const now = Math.floor(clock.now() / 1000);
  const seconds = WHOLE.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (Math.abs(seconds - now) <= state.timestampWindow) return;
  throw new Refusal(Status.TIMESTAMP_OUT_OF_RANGE, explainTimestamp(timestamp, now, state.timestampWindow));
}

/**
 * Checks who asks: the actor and the session, the signature, then the timestamp. An inactive actor
 * is taken as unknown, and the timestamp counts only once the signature is right; both are inferred.
 *
 * @throws Refusal with 3 (unknown actor, missing or wrong signature), 282 (unknown session) or 2 (timestamp too far off).
 */
export function authenticate(parts: SignedParts, parameters: Parameters, world: World): Caller {
  const { caller, key } = findCaller(parameters, world);
  const timestamp = present('timestamp', parameters.timestamp);
  const signature = present('signature', parameters.signature);
  if (!verifySignature(parts, signature, key, world.hmac)) {
    throw new Refusal(Status.AUTHENTICATION_FAILED, () =>
      explainSignature({ parts, signature, key, hmac: world.hmac }),
    );
  }
  checkTimestamp(timestamp, world);
  return caller.type === 'session' ? { ...caller, session: extendSession(caller.session, world) } : caller;
}
