import type { JournalEntry } from '../journal/journal-entry.js';
import type { ExpectedRequest } from './expected-request.js';
import { isAsymmetric, wireText } from './wire-text.js';

/** What is compared of a request, by name: `arguments` and `parameters` hold more of them. */
export interface Facts {
  readonly [name: string]: unknown;
}

/** What was expected of a request, and what it had, under the same names. */
export interface ComparedFacts {
  readonly expected: Facts;
  readonly received: Facts;
}

function comparedForm(wanted: Facts, given: Facts, timezone: string): ComparedFacts {
  if (isAsymmetric(wanted)) return { expected: wanted, received: given };
  const names = Object.keys(wanted);
  return {
    expected: Object.fromEntries(names.map((name) => [name, wireText(wanted[name], given[name], timezone)])),
    received: Object.fromEntries(names.map((name) => [name, given[name]])),
  };
}

/** Picks from a request what an expectation names, and brings both to one form. */
export function comparedFacts(wanted: ExpectedRequest, entry: JournalEntry): ComparedFacts {
  const expected: Record<string, unknown> = {};
  const received: Record<string, unknown> = {};
  const { timezone } = entry.parameters;
  for (const name of ['arguments', 'parameters'] as const) {
    const form = wanted[name];
    if (form === undefined) continue;
    const compared = comparedForm(form, entry[name], typeof timezone === 'string' ? timezone : 'UTC');
    expected[name] = compared.expected;
    received[name] = compared.received;
  }
  const { status, actor, account } = wanted;
  if (status !== undefined) {
    expected['status'] = status;
    received['status'] = typeof status === 'string' ? entry.statusName : entry.status;
  }
  if (actor !== undefined) {
    expected['actor'] = typeof actor === 'object' && 'id' in actor ? actor.id : actor;
    received['actor'] = entry.actor?.id;
  }
  if (account !== undefined) {
    expected['account'] = wireText(account, undefined, 'UTC');
    received['account'] = entry.parameters['account'];
  }
  return { expected, received };
}
