import type { Parameters } from '../answer/parameters.js';
import type { State } from '../state/state.js';
import type { Explanation } from './explanation.js';

/** Explains status 3 where the actor is missing, unknown, inactive, or of the other kind. */
export function explainUnknownActor({ type, actor }: Parameters, state: State): Explanation {
  if (actor === undefined) return { summary: `The parameter "${type}" is missing.`, argument: type };
  const given = { argument: type, received: actor } as const;
  const [own, other] =
    type === 'user' ? ([state.users, state.applications] as const) : ([state.applications, state.users] as const);
  if (own.get(actor) !== undefined) return { ...given, summary: `The ${type} "${actor}" is not active.` };
  if (other.get(actor) === undefined) return { ...given, summary: `There is no ${type} "${actor}".` };
  const right = type === 'user' ? 'application' : 'user';
  return {
    ...given,
    summary: `"${actor}" is no ${type}: send authentication_type=${right} and the parameter "${right}".`,
  };
}
