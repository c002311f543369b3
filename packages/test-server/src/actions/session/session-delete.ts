import { sessionDelete } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';

/** Answers `session/delete`: ends the session that signs the request. Its body is not known; null here (inferred). */
export const answerSessionDelete = handler(sessionDelete, ({ caller, state }) => {
  if (caller.type === 'session') state.sessions.remove(caller.session.id);
  return { body: null };
});
