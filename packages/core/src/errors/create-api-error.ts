import type { StatusKind } from '../statuses/status-table.js';
import { statusRow } from '../statuses/status-row.js';
import { AccessDeniedError } from './access-denied-error.js';
import { ApiError, type ApiErrorDetails } from './api-error.js';
import { AuthenticationError } from './authentication-error.js';
import { ClockSkewError } from './clock-skew-error.js';
import { ConflictError } from './conflict-error.js';
import { InternalError } from './internal-error.js';
import { InvalidInputError } from './invalid-input-error.js';
import { InvalidStateError } from './invalid-state-error.js';
import { NotFoundError } from './not-found-error.js';
import { RateLimitedError } from './rate-limited-error.js';
import { ReadOnlyError } from './read-only-error.js';
import { SessionError } from './session-error.js';
import { UnknownStatusError } from './unknown-status-error.js';

type ApiErrorClass = new (details: ApiErrorDetails) => ApiError;

const classes: Readonly<Record<StatusKind, ApiErrorClass>> = {
  ok: ApiError,
  authentication: AuthenticationError,
  'access-denied': AccessDeniedError,
  'invalid-input': InvalidInputError,
  'not-found': NotFoundError,
  conflict: ConflictError,
  'invalid-state': InvalidStateError,
  'rate-limited': RateLimitedError,
  'read-only': ReadOnlyError,
  session: SessionError,
  'clock-skew': ClockSkewError,
  internal: InternalError,
  unknown: UnknownStatusError,
};

/** The error for a response that is no success, of the class that its status has. */
export function createApiError(details: ApiErrorDetails): ApiError {
  return new classes[statusRow(details.header.status).kind](details);
}
