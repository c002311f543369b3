import { sessionInitialize } from '@streamone/core/catalogue';
import { checkLoginThrottle } from '../../sessions/login-throttle.js';
import { forgetOld } from '../../sessions/forget-old.js';
import { madeUpSalt } from '../../sessions/made-up-salt.js';
import { handler } from '../action-handler.js';

/**
 * Answers `session/initialize`: a challenge for whoever wants to log in, with the salt of their
 * password, or a made-up one for somebody without. Refused with 8 once too many logins failed from
 * the address.
 */
export const answerSessionInitialize = handler(sessionInitialize, (call) => {
  const { arguments: given, caller, state, clock, secret, sha256 } = call;
  const username = given.user ?? '';
  const userip = given.userip ?? '';
  checkLoginThrottle(userip, call);
  forgetOld(call);
  const user = state.users.find((record) => record.username === username);
  const { id } = state.challenges.add({
    id: state.newKey(),
    username,
    userip,
    application: caller.record.id,
    expires: clock.now() + state.challengeLifetime * 1000,
    used: false,
  });
  const salt = user?.password?.salt ?? madeUpSalt(username, secret, sha256);
  return { body: { challenge: id, salt, needsv2hash: user?.needsv2hash ?? false } };
});
