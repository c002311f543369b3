import type { StoredSession } from '@streamone/client';
import { sessionCreate } from '@streamone/core/catalogue';
import { isStoreError } from '../stores/store-error.js';
import { actIn } from './act-in.js';
import { v2HashRefused } from './begin-login.js';
import { findSession } from './caller.js';
import { GatewayRefusal } from './gateway-refusal.js';
import { jsonAnswer } from './json-answer.js';
import { leaveSession } from './leave-session.js';
import { askForLogin, checkLoginStep } from './login-step.js';
import { type Members, readJson, textOf } from './read-json.js';
import type { Visit } from './visit.js';

function answerOf(members: Members): {
  readonly challenge: string;
  readonly response: string;
  readonly v2hash?: string;
} {
  const challenge = textOf(members, 'challenge', /^[\x21-\x7E]{1,256}$/);
  const response = textOf(members, 'response', /^[A-Za-z0-9+/=]{1,1024}$/);
  if (members['v2hash'] === undefined) return { challenge, response };
  return { challenge, response, v2hash: textOf(members, 'v2hash', /^[0-9a-f]{32}$/) };
}

/** Checks that the challenge was given to this very browser, and spends it. */
async function spendChallenge({ options, request, logins }: Visit, challenge: string): Promise<void> {
  const cookie = options.cookies.login.read(request.headers);
  let cause: unknown;
  try {
    if (typeof cookie === 'object' && (await logins.take(cookie.id, challenge))) return;
  } catch (error) {
    // Another process has sealed it by another key.
    if (!isStoreError(error)) throw error;
    cause = error;
  }
  const message = 'The challenge was not given to this browser, its time is over, or it was answered already.';
  throw new GatewayRefusal('challenge-unknown', { message, cookies: [options.cookies.login.clear()], cause });
}

/** Whoever was logged in here before is not any more. What becomes of that is no matter for the one who is now. */
async function leaveFormer(visit: Visit): Promise<void> {
  try {
    const former = await findSession(visit);
    if (former !== undefined) await leaveSession(visit, former);
  } catch {
    // It ends by itself, and its cookie is replaced.
  }
}

/** Keeps the session, or ends it: one that can't be kept would live on at the platform with nobody to use it. */
async function keep(visit: Visit, platform: StoredSession): Promise<string> {
  try {
    return (await visit.sessions.begin(platform)).id;
  } catch (error) {
    const nowhere = { place: '', platform, createdAt: 0, expiresAt: 0 };
    await actIn(visit, nowhere)
      .then((acting) => acting.logout())
      .catch(() => undefined);
    throw error;
  }
}

/** `POST login`: answers a challenge, and begins a session under a new ID. Its key stays here. */
export async function completeLogin(visit: Visit): Promise<Response> {
  await checkLoginStep(visit);
  const answer = answerOf(await readJson(visit, ['challenge', 'response', 'v2hash']));
  if (answer.v2hash !== undefined && !visit.options.allowV2Hash) throw v2HashRefused();
  await spendChallenge(visit, answer.challenge);
  const { cookies, limits, clock } = visit.options;
  const { header, body } = await askForLogin(visit, sessionCreate, answer, ['id', 'key', 'user']);
  if (body === undefined) return jsonAnswer({ header, body: null }, { cookies: [cookies.login.clear()] });
  const timeout = Number.isFinite(body['timeout']) ? Number(body['timeout']) : 0;
  const [id, key, user] = [String(body['id']), String(body['key']), String(body['user'])];
  await leaveFormer(visit);
  const opened = await keep(visit, { id, key, user, timeout, expiresAt: clock() + timeout * 1000 });
  visit.note.signedIn = true;
  const held = Math.floor(Math.min(timeout * 1000, limits.idle, limits.session) / 1000);
  return jsonAnswer(
    { header, body: { user, timeout: held } },
    { cookies: [cookies.session.set(opened, limits.session / 1000), cookies.login.clear()] },
  );
}
