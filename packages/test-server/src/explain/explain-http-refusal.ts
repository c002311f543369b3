import { LARGEST_BODY, LONGEST_TARGET, MOST_VARIABLES, type RawRequest } from '../answer/raw-request.js';
import type { FaultOptions } from '../faults/fault.js';
import { shownText } from '../form/byte-string.js';
import type { Explanation } from './explanation.js';

const LONGEST_SHOWN = 200;

function pathOf({ target }: RawRequest): string {
  return shownText((target.split('?', 1)[0] ?? '').slice(0, LONGEST_SHOWN));
}

function wrongPath(request: RawRequest): Explanation {
  const path = pathOf(request);
  const [, bare] = /^\/*([a-z][a-z0-9]*\/[a-z][a-z0-9]*)$/.exec(path) ?? [];
  const near = /(?:^|\/)api(?:\/|$)/.test(path)
    ? ' It has to end in exactly a command and an action, without a slash or a version.'
    : bare === undefined
      ? ''
      : ` Did you mean "/api/${bare}"?`;
  return {
    summary: `The path is not one of the API, which is at /api/{command}/{action}.${near}`,
    expected: '/api/{command}/{action}, as in POST /api/item/view?…',
    received: path,
  };
}

function wrongMethod(request: RawRequest): Explanation {
  const { method } = request;
  const why =
    method === 'OPTIONS'
      ? 'A browser asks so whether it may send the request (CORS); the API is not made for requests from pages of other origins: go through a server of your own.'
      : method === 'GET'
        ? 'Parameters go in the query string and arguments in the body. A client that follows a redirect, or whose library was given no body, may have turned its POST into a GET: set the method to POST, also where there are no arguments.'
        : 'Reads are POSTs as well.';
  return {
    summary: `The API takes POST only, and this was a ${shownText(method)}. ${why}`,
    expected: 'POST',
    received: shownText(method),
  };
}

function faulted(fault: FaultOptions, httpStatus: number): Explanation {
  const what = fault.kind ?? `HTTP ${httpStatus}`;
  return { summary: `A fault was ordered for this request (faults.add): ${what}. Nothing was carried out.` };
}

/**
 * Explains an answer that is not one of the API: what HTTP alone shows to be wrong (400, 404, 405,
 * 413, 414), or a fault that was ordered.
 */
export function explainHttpRefusal(
  request: RawRequest,
  httpStatus: number,
  fault: FaultOptions | undefined,
): Explanation {
  if (fault !== undefined) return faulted(fault, httpStatus);
  switch (httpStatus) {
    case 404:
      return wrongPath(request);
    case 405:
      return wrongMethod(request);
    case 413:
      return {
        summary: `The body is larger than ${LARGEST_BODY} bytes. Files do not go through the API: uploadtoken/create answers where to send them.`,
        expected: `at most ${LARGEST_BODY} bytes`,
      };
    case 414:
      return {
        summary: `The request target is longer than ${LONGEST_TARGET} bytes. Arguments go in the body, parameters alone in the query string.`,
        expected: `at most ${LONGEST_TARGET} bytes`,
        received: `${request.target.length} bytes`,
      };
    case 400:
      return { summary: `More than ${MOST_VARIABLES} parameters and arguments; PHP reads no more of them.` };
    default:
      return { summary: `The request was answered with HTTP ${httpStatus}, before the API looked at it.` };
  }
}
