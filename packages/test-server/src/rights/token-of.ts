import type { Action } from '@streamone/core/catalogue';

/** Actions that need no token: they tell about the caller, or end the caller's own session (inferred). */
const OWN: ReadonlySet<string> = new Set([
  'api/info',
  'api/mytokens',
  'user/viewme',
  'user/getmyroles',
  'application/getmyroles',
  'session/delete',
]);

/**
 * The token that an action needs. Where none is known the API's habit fills in: a read takes
 * `<command>-read`, a write `<command>-write` (inferred).
 */
export function tokenOf({ command, action, readOnly, token }: Action): string | undefined {
  if (token !== undefined || OWN.has(`${command}/${action}`)) return token;
  return `${command}-${readOnly ? 'read' : 'write'}`;
}
