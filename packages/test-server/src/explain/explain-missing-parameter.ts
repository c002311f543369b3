import type { RawRequest } from '../answer/raw-request.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import type { Explanation } from './explanation.js';
import { sentFields } from './sent-fields.js';

/** Headers in which other APIs take a signature or a key. */
const SIGNING_HEADERS = /^(?:authorization|signature|x-.*(?:signature|hmac|auth|key|token).*)$/;

function isInBody(name: string, { arguments: form }: SignedParts): boolean {
  return form.variables.has(name) || (sentFields(form.raw) ?? []).some(([field]) => field === name);
}

/** Tells, of a parameter that is missing, where else the client may have put it; empty where nowhere. */
export function whereItIs(name: string, parts: SignedParts, { headers }: Pick<RawRequest, 'headers'>): string {
  if (isInBody(name, parts)) {
    return ` There is one in the body: parameters go in the query string of the URL, arguments alone in the body.`;
  }
  if (new RegExp(`[&;]${name}=`).test(parts.path)) {
    return ' There is one in the path: a "?" stands between the path and the first parameter.';
  }
  if (name !== 'signature') return '';
  const header = Object.keys(headers).find((given) => SIGNING_HEADERS.test(given));
  if (header === undefined) return '';
  return ` There is a header "${header}": the API takes the signature as the parameter "signature" of the query string.`;
}

const ADVICE = {
  timestamp: 'UNIX time in whole seconds, taken once for each request and signed with it',
  signature: 'lower-case hex HMAC-SHA1 of the string to sign, put behind the other parameters',
} as const;

/** Explains status 3 where the timestamp or the signature is missing or empty. */
export function explainMissingParameter(
  argument: keyof typeof ADVICE,
  parts: SignedParts,
  request: Pick<RawRequest, 'headers'>,
): Explanation {
  const what = parts.parameters.variables.has(argument) ? 'is empty' : 'is missing from the query string';
  return {
    summary: `The parameter "${argument}" ${what}.${whereItIs(argument, parts, request)}`,
    argument,
    expected: ADVICE[argument],
  };
}
