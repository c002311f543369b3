import { sessionInitialize } from '@streamone/core/catalogue';
import { GatewayRefusal } from './gateway-refusal.js';
import { jsonAnswer } from './json-answer.js';
import { askForLogin, checkLoginStep } from './login-step.js';
import { LOGIN_SECONDS } from './pending-logins.js';
import { readJson, textOf } from './read-json.js';
import type { Visit } from './visit.js';

/** The refusal where a password needs the hash of version 2, and it may not pass. */
export function v2HashRefused(): GatewayRefusal {
  const message = 'The password of this person needs the hash of version 2, which this gateway does not let pass.';
  return new GatewayRefusal('v2hash-not-allowed', { message });
}

/** `POST login/initialize`: a challenge for a browser, which alone may answer it. */
export async function beginLogin(visit: Visit): Promise<Response> {
  const userip = await checkLoginStep(visit);
  const members = await readJson(visit, ['username']);
  const user = textOf(members, 'username', /^[^\p{Cc}]{1,256}$/u);
  const { header, body } = await askForLogin(visit, sessionInitialize, { user, userip }, ['challenge', 'salt']);
  if (body === undefined) return jsonAnswer({ header, body: null });
  const { challenge, salt, needsv2hash } = body;
  // Said before the page has computed anything of the password.
  if (needsv2hash === true && !visit.options.allowV2Hash) throw v2HashRefused();
  const id = await visit.logins.begin(String(challenge));
  const cookies = [visit.options.cookies.login.set(id, LOGIN_SECONDS)];
  return jsonAnswer({ header, body: { challenge, salt, needsv2hash: needsv2hash === true } }, { cookies });
}
