import type { Credentials } from '@streamone/core';

/** Whether a value was made by `user`, `application` or `session`. */
export function isCredentials(value: unknown): value is Credentials {
  const type: unknown = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return type === 'user' || type === 'application' || type === 'session';
}
