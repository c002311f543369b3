import {
  AbortedError,
  HttpError,
  InvalidArgumentError,
  MalformedResponseError,
  TimeoutError,
  TransportError,
} from '@streamone/core';
import { GatewayRefusal } from './gateway-refusal.js';

function reasonOf(error: TransportError): string {
  if (error instanceof TimeoutError) return 'timeout';
  if (error instanceof HttpError) return 'http';
  return error instanceof MalformedResponseError ? 'malformed' : 'network';
}

/** What a call was refused for before it was sent: the page's own fault, or one of how the gateway is set up. */
function ofArgument(error: InvalidArgumentError): GatewayRefusal {
  if (error.command === undefined || error.argument === 'auth') {
    return new GatewayRefusal('internal', {
      message: 'The gateway is not set up rightly; its log says more.',
      cause: error,
    });
  }
  // The page is told what it gave; the log is not.
  const cause = new Error(`${error.argument ?? 'an argument'}: expected ${error.expected}`);
  cause.name = error.name;
  return new GatewayRefusal('bad-request', { message: error.message, cause });
}

/**
 * What went wrong, as the gateway's own answer. Texts of errors stay here, apart from what is told of an argument:
 * they may name hosts and addresses that are nobody's business.
 *
 * @param timedOut whether the time limit of the request ended it
 */
export function refusalOf(error: unknown, timedOut: boolean): GatewayRefusal {
  if (error instanceof GatewayRefusal) return error;
  if (error instanceof InvalidArgumentError) return ofArgument(error);
  if (error instanceof AbortedError && !timedOut) {
    return new GatewayRefusal('aborted', { message: 'The request was ended.', sent: error.sent, cause: error });
  }
  if (error instanceof TransportError) {
    const reason = error instanceof AbortedError ? 'timeout' : reasonOf(error);
    return new GatewayRefusal('upstream-failed', {
      message: 'The platform gave no answer that can be used.',
      sent: error.sent,
      more: { reason, ...(error instanceof HttpError && { httpStatus: error.httpStatus }) },
      cause: error,
    });
  }
  const sent = 'unknown';
  return new GatewayRefusal('internal', { message: 'The gateway failed; its log says more.', sent, cause: error });
}
