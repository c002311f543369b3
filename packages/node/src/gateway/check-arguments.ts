import type { Action } from '@streamone/core/catalogue';
import { checkScopeArgument } from './check-scope.js';
import { badRequest } from './read-json.js';
import type { ResolvedGatewayOptions } from './resolve-gateway-options.js';

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** Names of the parameters of a request: they belong into its address, which the gateway alone writes. */
const PARAMETERS: ReadonlySet<string> = new Set([
  'api',
  'format',
  'authentication_type',
  'account',
  'accounts',
  'customer',
  'timezone',
  'timestamp',
  'user',
  'application',
  'session',
  'signature',
]);

/**
 * Checks the arguments of a call, as they go over the wire. What they mean is for the platform to judge.
 *
 * @throws GatewayRefusal for what is no argument, or names an account outside of the scope.
 */
export function checkArguments(
  given: unknown,
  action: Action,
  options: ResolvedGatewayOptions,
): Readonly<Record<string, string | null>> {
  if (given === undefined) return {};
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw badRequest('arguments is no object.');
  const pairs = Object.entries(given as Readonly<Record<string, unknown>>);
  const most = options.limits.arguments;
  if (pairs.length > most) throw badRequest(`There are more than ${most} arguments.`);
  for (const [name, value] of pairs) {
    if (!NAME.test(name)) throw badRequest('An argument has a name that no argument has.');
    if (value !== null && typeof value !== 'string') throw badRequest(`The argument ${name} is neither text nor null.`);
    checkScopeArgument(name, value, options);
    const known = Object.hasOwn(action.arguments, name) || (action.openArguments && /^(user|application)$/.test(name));
    if (PARAMETERS.has(name) && !known) throw badRequest(`${name} is no argument, but a parameter of requests.`);
  }
  return Object.fromEntries(pairs) as Record<string, string | null>;
}
