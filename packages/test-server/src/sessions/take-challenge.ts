import type { World } from '../answer/world.js';
import type { Application } from '../state/records.js';
import type { Challenge } from '../state/session-records.js';
import { refuseLogin } from './check-login.js';

const ARGUMENT = 'challenge';

/**
 * Takes a challenge out of use and gives it to be answered: it serves once (documented), whatever
 * comes of it, and only the application that asked for it (both inferred).
 *
 * @throws Refusal with 281 for one that is unknown, expired, used, or another application's.
 */
export function takeChallenge(id: string, application: Application, { state, clock }: World): Challenge {
  const challenge = state.challenges.get(id);
  if (challenge === undefined)
    refuseLogin(
      'The challenge is unknown: session/initialize never gave it out. Send the one that it answered, as it is.',
      ARGUMENT,
    );
  if (challenge.application !== application.id) {
    refuseLogin(
      'The challenge was given to another application: the one that calls session/initialize must call session/create too.',
      ARGUMENT,
    );
  }
  if (challenge.used)
    refuseLogin(
      'The challenge was used before, and serves once, whatever came of it: call session/initialize again for each try.',
      ARGUMENT,
    );
  const late = clock.now() - challenge.expires;
  if (late >= 0) {
    const life = `it lives for ${state.challengeLifetime} seconds`;
    refuseLogin(
      `The challenge expired ${Math.floor(late / 1000)} seconds ago; ${life}. Call session/initialize again.`,
      ARGUMENT,
    );
  }
  return state.challenges.update(id, { used: true });
}
