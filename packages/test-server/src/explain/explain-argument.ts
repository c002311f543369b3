import type { Action } from '@streamone/core/catalogue';
import { bodyKind } from '../form/body-kind.js';
import { didYouMean } from './did-you-mean.js';
import type { Explanation } from './explanation.js';

/** Parameters that clients put among the arguments. */
const PARAMETERS: ReadonlySet<string> = new Set(
  'api format authentication_type account customer timezone timestamp user application session signature'.split(' '),
);

const LONGEST = 100;

/** What to do about a body that is no form. */
export function notAForm(body: string): string | undefined {
  const kind = bodyKind(body);
  if (kind === 'form') return undefined;
  const how =
    kind === 'multipart'
      ? ' (in PHP give CURLOPT_POSTFIELDS the text of http_build_query($arguments), not the array; in JavaScript use URLSearchParams, not FormData)'
      : ' (in PHP http_build_query($arguments), in JavaScript URLSearchParams)';
  return `The body is ${kind}, and the API takes the arguments as a form${how}, with "Content-Type: application/x-www-form-urlencoded".`;
}

/** Explains status 6 for an argument that the action does not have. @param body the whole of it, as sent */
export function explainUnknownArgument(
  name: string,
  { command, action, arguments: known }: Action,
  body: string,
): Explanation {
  const key = `${command}/${action}`;
  const other = notAForm(body);
  // What stands for a name in such a body may be all of it, secrets and all.
  if (other !== undefined)
    return { summary: other, argument: 'Content-Type', expected: 'application/x-www-form-urlencoded' };
  const names = Object.keys(known);
  const expected = names.length === 0 ? 'no arguments' : names.join(', ');
  const shown = name.slice(0, LONGEST);
  if (name.startsWith('amp;')) {
    return {
      summary: `The body has "&amp;" between its arguments, as for HTML (in PHP by arg_separator.output, or htmlspecialchars); write "&", both where it is signed and where it is sent.`,
      argument: shown,
      expected,
    };
  }
  if (PARAMETERS.has(name)) {
    return {
      summary: `"${shown}" is a parameter, not an argument of ${key}: parameters go in the query string of the URL.`,
      argument: shown,
      expected,
    };
  }
  return { summary: `${key} has no argument "${shown}".${didYouMean(name, names)}`, argument: shown, expected };
}
