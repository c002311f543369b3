import { Status } from '@streamone/core';
import { sessionCreate } from '@streamone/core/catalogue';
import type { World } from '../../answer/world.js';
import { Refusal } from '../../answer/refusal.js';
import { type LoginAnswer, checkLogin } from '../../sessions/check-login.js';
import { checkLoginThrottle, noteFailedLogin } from '../../sessions/login-throttle.js';
import { takeChallenge } from '../../sessions/take-challenge.js';
import type { Application, User } from '../../state/records.js';
import type { Challenge } from '../../state/session-records.js';
import { handler } from '../action-handler.js';
import { wholeSecond } from '../whole-second.js';

/** A wrong answer counts against the address; a missing v2 hash is the application's mistake and does not (inferred). */
function logIn(challenge: Challenge, answer: LoginAnswer, world: World): User {
  try {
    return checkLogin(challenge, answer, world);
  } catch (error) {
    if (error instanceof Refusal && error.status === Status.SESSION_INVALID) noteFailedLogin(challenge.userip, world);
    throw error;
  }
}

function userip(challenge: string, { state }: World): string | undefined {
  return state.challenges.get(challenge)?.userip;
}

/** Answers `session/create`: a session for a challenge that is answered rightly, else 281 without detail, or 280. */
export const answerSessionCreate = handler(sessionCreate, (call) => {
  const { arguments: given, caller, state, clock } = call;
  // The action is an application's, which the rights have checked.
  const application = caller.record as Application;
  const id = given.challenge ?? '';
  const address = userip(id, call);
  // An address that was throttled after it got its challenge must not go on guessing (inferred).
  if (address !== undefined) checkLoginThrottle(address, call);
  const challenge = takeChallenge(id, application, call);
  const user = logIn(challenge, { response: given.response ?? '', v2hash: given.v2hash ?? undefined }, call);
  const session = state.sessions.add({
    id: state.newId(),
    key: state.newKey(),
    user: user.id,
    application: application.id,
    datecreated: wholeSecond(clock),
    expires: clock.now() + state.sessionTimeout * 1000,
  });
  return { body: { id: session.id, key: session.key, timeout: state.sessionTimeout, user: user.id } };
});
