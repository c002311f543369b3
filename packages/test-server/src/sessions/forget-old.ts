import type { World } from '../answer/world.js';

/** For how long expired challenges and sessions are kept, so that an explanation can say what became of them. */
const KEPT = 3_600_000;
/** How many challenges are kept at most. */
const MOST_CHALLENGES = 10_000;

/** Forgets challenges and sessions that ended long ago, so that a server that runs for weeks stays small. */
export function forgetOld({ state, clock }: Pick<World, 'state' | 'clock'>): void {
  const before = clock.now() - KEPT;
  // Both are in the order in which they were made; a session that is used stays in its place.
  for (const { id, expires } of state.challenges) {
    if (expires >= before && state.challenges.size < MOST_CHALLENGES) break;
    state.challenges.remove(id);
  }
  for (const { id, expires } of state.sessions) if (expires < before) state.sessions.remove(id);
}
