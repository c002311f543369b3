import { Status } from '@streamone/core';
import { shownText } from '../form/byte-string.js';
import type { Form } from '../form/read-form.js';
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

function checkFixed(form: Map<string, string>, name: string, expected: string): void {
  const given = form.get(name);
  if (given === expected) return;
  refuse(
    name,
    `The parameter "${name}" must be "${expected}".`,
    given === undefined ? given : shownText(given),
    expected,
  );
}

/**
 * Reads the parameters. Where one stands twice the last counts, as in PHP.
 *
 * @throws Refusal with 7 for a parameter that is not known (observed), is a list, or is not for
 * this kind of authentication, and for another `api` or `format` than 3 and json (inferred).
 */
export function readParameters({ variables }: Form): Parameters {
  const form = new Map<string, string>();
  for (const [name, value] of variables) {
    if (!KNOWN.has(name)) refuse(shownText(name), `The API knows no parameter "${shownText(name)}".`, undefined);
    if (typeof value !== 'string') refuse(name, `The parameter "${name}" is a list, which none may be.`, undefined);
    form.set(name, value);
  }
  checkFixed(form, 'api', '3');
  checkFixed(form, 'format', 'json');
  const type = form.get('authentication_type') ?? 'user';
  if (type !== 'user' && type !== 'application') {
    refuse('authentication_type', 'The authentication type is unknown.', shownText(type), 'user or application');
  }
  for (const name of type === 'user' ? (['application', 'session'] as const) : (['user'] as const)) {
    if (!form.has(name)) continue;
    refuse(name, `The parameter "${name}" does not go with authentication_type=${type}.`, undefined);
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
