import type { Credentials } from '@streamone/core';

/** Who acts, in a text that differs for each user, application and session. */
export function actorKey(credentials: Credentials): string {
  const { type, id } = credentials;
  // As JSON, so that no two of them can be read as one: an ID may hold any character.
  return JSON.stringify(type === 'session' ? [type, credentials.application.id, id] : [type, id]);
}
