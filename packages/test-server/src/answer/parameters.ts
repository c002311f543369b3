import { Status } from '@streamone/core';
import { type ParameterContext, explainFixedParameter, explainUnknownParameter } from '../explain/explain-parameter.js';
import { shownText } from '../form/byte-string.js';
import type { FormValue } from '../form/php-array.js';
import { Refusal } from './refusal.js';

/** The parameters of a request, read but not yet believed. */
export interface Parameters {
  /** Who signs. A session is an application's request. */
  readonly type: 'user' | 'application';
  /** ID of the user or application, if given. */
  readonly actor: string | undefined;
  readonly session: string | undefined;
  /** IDs of the accounts; none where empty or absent. */
  readonly accounts: readonly string[];
  readonly customer: string | undefined;
  readonly timezone: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

const KNOWN = new Set([
  'api',
  'format',
  'authentication_type',
  'account',
  'customer',
  'timezone',
  'timestamp',
  'user',
  'application',
  'session',
  'signature',
]);

const MISFITS = {
  application:
    'The parameter "application" goes with authentication_type=application; where that is not sent it is "user".',
  session:
    'The parameter "session" goes with authentication_type=application and the application\'s ID; a user who signs alone has no session.',
  user: 'The parameter "user" does not go with authentication_type=application: a session knows its user, and without one send authentication_type=user.',
} as const;

function refuse(argument: string, summary: string, given: string | undefined, expected?: string): never {
  throw new Refusal(Status.UNKNOWN_PARAMETER, {
    summary,
    argument,
    ...(expected !== undefined && { expected }),
    ...(given !== undefined && { received: given }),
  });
}

/** An empty parameter means none, as in `account=`. Source: an official SDK sends it so, observed. */
function optional(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : shownText(text);
}

function checkFixed(form: Map<string, string>, name: string, expected: string, context: () => ParameterContext): void {
  const given = form.get(name);
  if (given === expected) return;
  throw new Refusal(Status.UNKNOWN_PARAMETER, () =>
    explainFixedParameter(name, expected, given === undefined ? given : shownText(given), context()),
  );
}

/**
 * Reads the parameters. Where one stands twice the last counts, as in PHP.
 *
 * @param context what an explanation may need, if it comes to one
 * @throws Refusal with 7 for a parameter that is not known (observed), is a list, or is not for
 * this kind of authentication, and for another `api` or `format` than 3 and json (inferred).
 */
export function readParameters(variables: ReadonlyMap<string, FormValue>, context: () => ParameterContext): Parameters {
  const form = new Map<string, string>();
  for (const [name, value] of variables) {
    if (!KNOWN.has(name)) {
      throw new Refusal(Status.UNKNOWN_PARAMETER, () => explainUnknownParameter(shownText(name), KNOWN, context()));
    }
    if (typeof value !== 'string')
      refuse(
        name,
        `The parameter "${name}" has brackets, and no parameter is a list: join several accounts by commas.`,
        undefined,
      );
    form.set(name, value);
  }
  checkFixed(form, 'api', '3', context);
  checkFixed(form, 'format', 'json', context);
  const type = form.get('authentication_type') ?? 'user';
  if (type !== 'user' && type !== 'application') {
    refuse(
      'authentication_type',
      'The parameter "authentication_type" must be "user" or "application" (which is right for a session too).',
      shownText(type),
      'user or application',
    );
  }
  for (const name of type === 'user' ? (['application', 'session'] as const) : (['user'] as const)) {
    if (!form.has(name)) continue;
    refuse(name, MISFITS[name], undefined);
  }
  return {
    type,
    actor: optional(form.get(type)),
    session: optional(form.get('session')),
    accounts: optional(form.get('account'))?.split(',') ?? [],
    customer: optional(form.get('customer')),
    timezone: optional(form.get('timezone')),
    timestamp: form.get('timestamp'),
    signature: form.get('signature'),
  };
}
