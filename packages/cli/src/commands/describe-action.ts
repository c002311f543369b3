import { describeStatus } from '@streamone/core/statuses';
import { takenNames } from '../program/global-options.js';
import type { KnownAction } from '../program/known-action.js';

const needs = {
  nothing: undefined,
  account: 'one account (--account)',
  accounts: 'one or more accounts (--account)',
} as const;

/** What the help of an action says below its options: needs, token, errors, and how well it is known. */
export function describeAction(entry: KnownAction): string {
  const errors = entry.errors.map((code) => `${code} ${describeStatus(code).name}`).join(', ');
  const byName = Object.keys(entry.arguments).filter((name) => takenNames.has(name));
  const lines = [
    ['Needs', needs[entry.needs]],
    ['Token', entry.token],
    ['By --arg', byName.length === 0 ? undefined : byName.map((name) => `${name}=…`).join(', ')],
    ['Errors', errors === '' ? undefined : errors],
    ['Known', `${entry.evidence}${entry.openArguments ? '; there may be more arguments (--arg)' : ''}`],
  ].filter(([, text]) => text !== undefined);
  return `\n${lines.map(([title, text]) => `${title}: ${text}`).join('\n')}`;
}
