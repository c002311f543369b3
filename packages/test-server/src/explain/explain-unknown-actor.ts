import { nearestName } from '@streamone/core';
import type { Parameters } from '../answer/parameters.js';
import type { RawRequest } from '../answer/raw-request.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import type { State } from '../state/state.js';
import type { Explanation } from './explanation.js';
import { whereItIs } from './explain-missing-parameter.js';

/** Explains status 3 where the actor is missing, unknown, inactive, or of the other kind. */
export function explainUnknownActor(
  { type, actor }: Parameters,
  parts: SignedParts,
  request: Pick<RawRequest, 'headers'>,
  state: State,
): Explanation {
  if (actor === undefined) {
    return {
      summary: `The parameter "${type}" is missing from the query string: the ID of who signs.${whereItIs(type, parts, request)}`,
      argument: type,
    };
  }
  const [own, other] =
    type === 'user' ? ([state.users, state.applications] as const) : ([state.applications, state.users] as const);
  const given = { argument: type, received: actor } as const;
  if (own.get(actor) !== undefined) {
    return { ...given, summary: `The ${type} "${actor}" is not active: an inactive one can do nothing.` };
  }
  if (other.get(actor) !== undefined) {
    const right = type === 'user' ? 'application' : 'user';
    return {
      ...given,
      summary: `"${actor}" is no ${type}: send authentication_type=${right} and the parameter "${right}".`,
    };
  }
  const keyOf = [...own, ...other].find(({ psk }) => psk === actor);
  if (keyOf !== undefined) {
    // Not repeated, since it is a key.
    return {
      summary: `The parameter "${type}" holds a PSK; send the ID of its owner, "${keyOf.id}", and sign with the PSK.`,
      argument: type,
      expected: keyOf.id,
    };
  }
  const named = type === 'user' ? state.users.find(({ username }) => username === actor) : undefined;
  const meant =
    named?.id ??
    nearestName(
      actor,
      [...own].map(({ id }) => id),
    );
  const advice = named === undefined ? 'Did you mean' : 'That is a username; send the ID';
  return {
    ...given,
    summary: `There is no ${type} "${actor}".${meant === undefined ? '' : ` ${advice} "${meant}"${named === undefined ? '?' : '.'}`}`,
  };
}
