import { AbortedError, InvalidArgumentError, type StatusKind, TransportError, isApiError } from '@streamone/node';
import { CommanderError } from 'commander';
import { UsageError } from './usage-error.js';
import { SessionGoneError } from '../sessions/session-gone-error.js';

const byKind: Readonly<Partial<Record<StatusKind, number>>> = {
  'invalid-input': 3,
  authentication: 4,
  session: 4,
  'access-denied': 5,
  'not-found': 6,
  conflict: 7,
  'invalid-state': 7,
  'read-only': 7,
  'rate-limited': 8,
};

/** The exit code of a kind of status. */
export function exitCodeOfKind(kind: StatusKind): number {
  return kind === 'ok' ? 0 : (byKind[kind] ?? 1);
}

/** Whether no account is set: a setting that is missing, as credentials may be, and no argument of the action. */
const lacksAccount = ({ argument, given }: InvalidArgumentError): boolean =>
  argument === 'account' && given === 'undefined';

/**
 * The exit code of an error: 2 usage, 3 invalid input, 4 authentication, 5 access denied, 6 not
 * found, 7 conflict or state, 8 rate limited, 69 no answer, 1 anything else.
 */
export function exitCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) return 2;
  if (error instanceof InvalidArgumentError) return error.command === undefined || lacksAccount(error) ? 2 : 3;
  if (error instanceof AbortedError) return 130;
  if (error instanceof SessionGoneError) return byKind.session ?? 1;
  if (isApiError(error)) return byKind[error.kind] ?? 1;
  return error instanceof TransportError ? 69 : 1;
}
