import { Status } from '@streamone/core';
import { explainMissingParameter } from '../explain/explain-missing-parameter.js';
import { explainSignature } from '../explain/explain-signature.js';
import { explainTimestamp } from '../explain/explain-timestamp.js';
import { explainUnknownActor } from '../explain/explain-unknown-actor.js';
import { extendSession } from '../sessions/extend-session.js';
import { findSession } from '../sessions/find-session.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import { verifySignature } from '../signature/verify-signature.js';
import type { Application, User } from '../state/records.js';
import type { Session } from '../state/session-records.js';
import type { Exchange } from './exchange.js';
import { signingKey } from './signing-key.js';
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

function findActor(
  exchange: Exchange,
  parts: SignedParts,
  parameters: Parameters,
  { state }: World,
): Exclude<Caller, { type: 'session' }> {
  const id = parameters.actor ?? '';
  if (parameters.type === 'user') {
    const record = state.users.get(id);
    if (record?.active) return { type: 'user', record };
  } else {
    const record = state.applications.get(id);
    if (record?.active) return { type: 'application', record };
  }
  throw new Refusal(Status.AUTHENTICATION_FAILED, explainUnknownActor(parameters, parts, exchange.request, state));
}

/** Finds the caller. In a session the rights are the user's; the application needs to be active and nothing else (inferred). */
function findCaller(exchange: Exchange, parts: SignedParts, parameters: Parameters, world: World): Caller {
  const { progress } = exchange;
  progress.step = 'actor';
  const actor = findActor(exchange, parts, parameters, world);
  progress.caller = actor;
  progress.step = 'session';
  if (parameters.session === undefined || actor.type === 'user') return actor;
  const application = actor.record;
  const { session, user } = findSession(parameters.session, application, world);
  return { type: 'session', record: user, application, session };
}

function present(
  argument: 'timestamp' | 'signature',
  value: string | undefined,
  parts: SignedParts,
  { request }: Exchange,
): string {
  if (value !== undefined && value !== '') return value;
  throw new Refusal(Status.AUTHENTICATION_FAILED, () => explainMissingParameter(argument, parts, request));
}

function checkTimestamp(timestamp: string, { time }: Exchange, { state }: World): void {
  const now = Math.floor(time / 1000);
  const seconds = WHOLE.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (Math.abs(seconds - now) <= state.timestampWindow) return;
  throw new Refusal(Status.TIMESTAMP_OUT_OF_RANGE, explainTimestamp(timestamp, now, state.timestampWindow, Date.now()));
}

/**
 * Checks who asks: the actor and the session, the signature, then the timestamp. An inactive actor
 * is taken as unknown, and the timestamp counts only once the signature is right; both are inferred.
 *
 * @param known the names of the action's arguments, for an explanation
 * @throws Refusal with 3 (unknown actor, missing or wrong signature), 282 (unknown session) or 2 (timestamp too far off).
 */
export function authenticate(
  exchange: Exchange,
  parts: SignedParts,
  parameters: Parameters,
  world: World,
  known: () => readonly string[],
): Caller {
  const { progress } = exchange;
  const caller = findCaller(exchange, parts, parameters, world);
  progress.caller = caller;
  progress.step = 'signature';
  const timestamp = present('timestamp', parameters.timestamp, parts, exchange);
  const signature = present('signature', parameters.signature, parts, exchange);
  if (!verifySignature(parts, signature, signingKey(caller), world.hmac)) {
    throw new Refusal(Status.AUTHENTICATION_FAILED, () =>
      explainSignature({ parts, signature, caller, exchange, world, known }),
    );
  }
  progress.step = 'timestamp';
  checkTimestamp(timestamp, exchange, world);
  return caller.type === 'session' ? { ...caller, session: extendSession(caller.session, world) } : caller;
}
