import { checkLogin } from './check-login.js';
import { openSession } from './open-session.js';
import { resumeSession } from './resume-session.js';
import { deleteSession, loginCalls } from './session-calls.js';
import { SessionHolder } from './session-holder.js';
import { sessionMaker } from './session-maker.js';

/**
 * What only a client needs that can have sessions of its own: given to it by the runtimes that log people in, so that a
 * page behind a gateway, which never does, is spared its weight.
 */
export const sessionParts = {
  checkLogin,
  deleteSession,
  loginCalls,
  openSession,
  resumeSession,
  SessionHolder,
  sessionMaker,
} as const;

/** See {@link sessionParts}. */
export type SessionParts = typeof sessionParts;
