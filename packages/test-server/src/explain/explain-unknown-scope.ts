import { nearestName } from '@streamone/core';
import type { State } from '../state/state.js';
import type { Explanation } from './explanation.js';

/** How many records are listed. */
const MOST = 10;

function listed(records: Iterable<{ readonly id: string; readonly name: string }>): string {
  const words = [...records].map(({ id, name }) => `${id} (${name})`);
  const more = words.length > MOST ? `, and ${words.length - MOST} more` : '';
  return words.length === 0 ? 'none: there are no such records yet' : words.slice(0, MOST).join(', ') + more;
}

/** Explains status 290 or 250: what the ID is of, if of anything, and which there are. */
export function explainUnknownScope(kind: 'account' | 'customer', id: string, state: State): Explanation {
  const [own, other] =
    kind === 'account' ? ([state.accounts, 'customer'] as const) : ([state.customers, 'account'] as const);
  const isOther = (kind === 'account' ? state.customers : state.accounts).get(id) !== undefined;
  const meant = nearestName(
    id,
    [...own].map((record) => record.id),
  );
  const advice = isOther
    ? ` It is the ID of ${other === 'account' ? 'an' : 'a'} ${other}: send it as the parameter "${other}".`
    : meant === undefined
      ? ''
      : ` Did you mean "${meant}"?`;
  return {
    summary: `There is no ${kind} "${id}".${advice}`,
    argument: kind,
    expected: listed(own),
    received: id,
  };
}
