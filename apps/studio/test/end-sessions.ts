import type { Studio } from '../server/start-studio.ts';

/** Ends every session at the platform: what is asked next is told so. */
export function endSessions({ platform }: Studio): void {
  const ids = Array.from(platform.state.sessions, ({ id }) => id);
  for (const id of ids) platform.state.sessions.remove(id);
}
