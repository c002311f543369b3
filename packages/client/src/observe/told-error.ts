import {
  AbortedError,
  HttpError,
  InvalidArgumentError,
  MalformedResponseError,
  MismatchError,
  NetworkError,
  type StreamOneError,
  TimeoutError,
  TransportError,
  isApiError,
  isStreamOneError,
} from '@streamone/core';
import type { ToldError } from '../options/log-event.js';

/** What somebody else's error has for a name or a code may be anything. */
const NAME = /^[A-Za-z]\w{0,60}$/;
const CODE = /^[A-Z][A-Z0-9_]{1,60}$/;

function codeOf(error: StreamOneError): string | undefined {
  const code = error instanceof NetworkError ? error.code : undefined;
  return code !== undefined && CODE.test(code) ? code : undefined;
}

function messageOf(error: StreamOneError): string {
  if (isApiError(error)) return `status ${error.status} ${error.statusName}`;
  if (error instanceof InvalidArgumentError) {
    const { argument, expected } = error;
    return `${argument === undefined ? '' : `${argument}: `}expected ${expected}`;
  }
  if (error instanceof NetworkError) return `no answer${codeOf(error) === undefined ? '' : `: ${codeOf(error)}`}`;
  if (error instanceof TimeoutError) return `no answer within ${error.timeout} ms`;
  if (error instanceof AbortedError) return 'the caller ended it';
  if (error instanceof HttpError) return `HTTP status ${error.httpStatus} and no answer of the API`;
  if (error instanceof MalformedResponseError) return "the answer can't be read";
  if (error instanceof MismatchError) return 'the response contradicts the catalogue';
  return 'it failed';
}

/**
 * What events and spans tell of an error. Its own message is for who made the call: it may repeat what was given or
 * what came back, the values of arguments with it, and names the host.
 */
export function toldError(error: unknown): ToldError {
  const name = error instanceof Error && NAME.test(error.name) ? error.name : 'unknown';
  if (!isStreamOneError(error)) return { name, message: 'an error that is not of this client' };
  const code = codeOf(error);
  return {
    name,
    message: messageOf(error),
    ...(isApiError(error) && { status: error.status }),
    ...(error instanceof TransportError && { sent: error.sent }),
    ...(code !== undefined && { code }),
  };
}
