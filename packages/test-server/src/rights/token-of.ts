import type { Action } from '@streamone/core/catalogue';

/**
 * The token that an action needs. Where none is known the API's habit fills in: `view` takes
 * `<command>-read`, all else `<command>-write`, for actions that act in an account (inferred).
 */
export function tokenOf({ command, action, needs, token }: Action): string | undefined {
  if (token !== undefined || needs === 'nothing') return token;
  return `${command}-${action.startsWith('view') ? 'read' : 'write'}`;
}
