import type { PreparedAction } from '../actions/action-table.js';
import type { RawRequest } from '../answer/raw-request.js';
import type { Route } from '../answer/route.js';
import type { SignedParts } from '../signature/strings-to-sign.js';
import { didYouMean } from './did-you-mean.js';
import type { Explanation } from './explanation.js';
import { whereItIs } from './explain-missing-parameter.js';

/** A request whose parameters are wrong, for explaining what it means by them. */
export interface ParameterContext {
  readonly parts: SignedParts;
  readonly request: Pick<RawRequest, 'headers'>;
  readonly route: Route;
  readonly actions: ReadonlyMap<string, PreparedAction>;
}

/** Explains status 7 for a parameter that the API does not know. */
export function explainUnknownParameter(
  name: string,
  known: ReadonlySet<string>,
  { route, actions }: ParameterContext,
): Explanation {
  const key = `${route.command}/${route.action}`;
  const given = { argument: name, expected: [...known].join(', ') } as const;
  const args = actions.get(key)?.action.arguments;
  if (args !== undefined && Object.hasOwn(args, name)) {
    return {
      ...given,
      summary: `"${name}" is an argument of ${key}, not a parameter: arguments go in the body of the POST, as a form, and not in the query string.`,
    };
  }
  if (name.startsWith('amp;')) {
    return {
      ...given,
      summary: `The query string has "&amp;" between its parameters, as for HTML (in PHP by arg_separator.output, or htmlspecialchars); write "&", both where it is signed and where it is sent.`,
    };
  }
  return { ...given, summary: `The API knows no parameter "${name}".${didYouMean(name, known)}` };
}

/** Explains status 7 for a parameter that must have one value and is missing, or has another. */
export function explainFixedParameter(
  name: string,
  expected: string,
  given: string | undefined,
  { parts, request }: ParameterContext,
): Explanation {
  if (given === undefined) {
    return {
      summary: `The parameter "${name}" is missing from the query string; send ${name}=${expected}.${whereItIs(name, parts, request)}`,
      argument: name,
      expected,
    };
  }
  return { summary: `The parameter "${name}" must be "${expected}".`, argument: name, expected, received: given };
}
