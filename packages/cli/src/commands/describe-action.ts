import { describeStatus } from '@streamone/core/statuses';
import { isSecretArgument } from '../arguments/secret-argument.js';
import { takenNames } from '../program/global-options.js';
import type { KnownAction } from '../program/known-action.js';

const needs = {
  nothing: undefined,
  account: 'one account (--account)',
  accounts: 'one or more accounts (--account)',
} as const;

function listed(list: readonly string[], form: (name: string) => string): string | undefined {
  return list.length === 0 ? undefined : list.map(form).join(', ');
}

/** What the help of an action says below its options: needs, token, errors, and how well it is known. */
export function describeAction(entry: KnownAction): string {
  const errors = entry.errors.map((code) => `${code} ${describeStatus(code).name}`).join(', ');
  const names = Object.keys(entry.arguments);
  const secret = names.filter(isSecretArgument);
  const taken = names.filter((name) => takenNames.has(name) && !secret.includes(name));
  const lines = [
    ['Needs', needs[entry.needs]],
    ['Token', entry.token],
    ['By --arg', listed(taken, (name) => `${name}=…`)],
    ['By --json-args - or @file', listed(secret, (name) => `{"${name}": …}`)],
    ['Errors', errors === '' ? undefined : errors],
    ['Known', `${entry.evidence}${entry.openArguments ? '; there may be more arguments (--arg)' : ''}`],
  ].filter(([, text]) => text !== undefined);
  return `\n${lines.map(([title, text]) => `${title}: ${text}`).join('\n')}`;
}
