import type { ResponseHeader } from '../response/response-header.js';
import { statusRow } from '../statuses/status-row.js';
import type { StatusKind } from '../statuses/status-table.js';
import { type ErrorContext, StreamOneError, isStreamOneError } from './stream-one-error.js';

/** What an ApiError is made of. */
export interface ApiErrorDetails extends ErrorContext {
  readonly command: string;
  readonly action: string;
  /** The header of the response, as sent. */
  readonly header: ResponseHeader;
  /** The body of the response, as sent. */
  readonly body: unknown;
  /** The status of HTTP. The platform answers its errors with 200 (inferred). */
  readonly httpStatus?: number | undefined;
  /** A sentence to add to the message. */
  readonly advice?: string | undefined;
}

/**
 * The platform answered, and said no. There is a class for each kind of status; the kind of an
 * unknown code is `unknown`.
 */
export class ApiError extends StreamOneError {
  override readonly name: string = 'ApiError';
  declare readonly command: string;
  declare readonly action: string;
  /** The status code, as 120. */
  readonly status: number;
  /** Its name, as `ITEM_NOT_FOUND`. */
  readonly statusName: string;
  /** What it says about the request. */
  readonly kind: StatusKind;
  /** The status of HTTP, where there was one. */
  readonly httpStatus: number | undefined;
  /** The header of the response, as sent. */
  readonly header: ResponseHeader;
  /** The body of the response, as sent. */
  readonly body: unknown;

  constructor(details: ApiErrorDetails) {
    const { command, action, header, advice } = details;
    const { name, kind } = statusRow(header.status);
    const said = header.statusmessage === '' ? '' : `: ${header.statusmessage}`;
    // The test server's field; the platform has none of this name.
    const { explanation } = header;
    const told = [advice, typeof explanation === 'string' ? explanation : undefined].filter(Boolean).join('; ');
    super(`${command}/${action}: status ${header.status} ${name}${said}${told === '' ? '' : ` (${told})`}`, details);
    this.status = header.status;
    this.statusName = name;
    this.kind = kind;
    this.httpStatus = details.httpStatus;
    this.header = header;
    this.body = details.body;
  }
}

/**
 * Whether a value is an ApiError, and if a status is given, one with it:
 * `isApiError(error, Status.ITEM_NOT_FOUND)`.
 */
export function isApiError<const S extends number>(
  value: unknown,
  status?: S,
): value is ApiError & { readonly status: S } {
  return (
    isStreamOneError(value) && 'statusName' in value && (status === undefined || (value as ApiError).status === status)
  );
}
