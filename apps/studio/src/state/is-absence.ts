import { Status, isApiError, isGatewayError } from '@streamone/browser';

/** Whether something was refused since nobody was signed in, or no longer. */
export function isAbsence(error: unknown): boolean {
  if (isApiError(error, Status.SESSION_NOT_FOUND)) return true;
  return isGatewayError(error) && (error.code === 'no-session' || error.code === 'session-ended');
}
