import { memorySessionStore } from './memory-session-store.js';
import { leave, sessionMembers } from './session-members.js';

/**
 * What only a client needs that can have sessions of its own: given to it by the runtimes that log people in, so that a
 * page behind a gateway, which never does, is spared its weight.
 */
export const sessionParts = { leave, members: sessionMembers, memorySessionStore } as const;

/** See {@link sessionParts}. */
export type SessionParts = typeof sessionParts;
