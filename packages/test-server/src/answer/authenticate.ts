import { Status } from '@streamone/core';
import { explainSignature } from '../explain/explain-signature.js';
import { explainTimestamp } from '../explain/explain-timestamp.js';
import { explainUnknownActor } from '../explain/explain-unknown-actor.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import { verifySignature } from '../signature/verify-signature.js';
import type { Application, User } from '../state/records.js';
import type { Parameters } from './parameters.js';
import { Refusal } from './refusal.js';
import type { World } from './world.js';

/** Who asks, once the signature was right. */
export type Caller =
  | { readonly type: 'user'; readonly record: User }
  | { readonly type: 'application'; readonly record: Application };

const WHOLE = /^\d{1,15}$/;

function findCaller(parameters: Parameters, { state }: World): Caller {
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
 * Checks who asks: the actor, the signature, then the timestamp. An inactive actor is taken as
 * unknown, and the timestamp counts only once the signature is right; both are inferred.
 *
 * @throws Refusal with 3 (unknown actor, missing or wrong signature), 282 (unknown session) or 2 (timestamp too far off).
 */
export function authenticate(parts: SignedParts, parameters: Parameters, world: World): Caller {
  const caller = findCaller(parameters, world);
  const { session, timestamp, signature } = parameters;
  for (const [argument, value] of [
    ['timestamp', timestamp],
    ['signature', signature],
  ] as const) {
    if (value !== undefined && value !== '') continue;
    throw new Refusal(Status.AUTHENTICATION_FAILED, { summary: `The parameter "${argument}" is missing.`, argument });
  }
  if (session !== undefined) {
    throw new Refusal(Status.SESSION_NOT_FOUND, {
      summary: `There is no session "${session}".`,
      argument: 'session',
    });
  }
  const { psk } = caller.record;
  if (!verifySignature(parts, signature ?? '', psk, world.hmac)) {
    throw new Refusal(Status.AUTHENTICATION_FAILED, () =>
      explainSignature({ parts, signature: signature ?? '', key: psk, hmac: world.hmac }),
    );
  }
  const now = Math.floor(world.clock.now() / 1000);
  const seconds = WHOLE.test(timestamp ?? '') ? Number(timestamp) : Number.NaN;
  if (!(Math.abs(seconds - now) <= world.state.timestampWindow)) {
    throw new Refusal(
      Status.TIMESTAMP_OUT_OF_RANGE,
      explainTimestamp(timestamp ?? '', now, world.state.timestampWindow),
    );
  }
  return caller;
}
