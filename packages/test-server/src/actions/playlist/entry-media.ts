import { Status } from '@streamone/core';
import { inputError } from '../../answer/input-error.js';
import { holdsToken } from '../../rights/holds-token.js';
import type { PlaylistEntry } from '../../state/list-records.js';
import type { ActionCall } from '../action-handler.js';
import { findRecord } from '../find-record.js';
import { OpenArguments } from '../open-arguments.js';

/** What an entry plays. */
export type EntryMedia = Pick<PlaylistEntry, 'item' | 'livestream'>;

/**
 * Reads what an entry plays: an item or a live stream (documented), in an account where the caller
 * may see it, else it is as good as none (inferred).
 *
 * @returns `undefined` where neither is given
 * @throws Refusal with 6 for both at once, 120 or 240 for one that is not there (inferred).
 */
export function readEntryMedia({
  arguments: given,
  caller,
  state,
  timezone,
}: ActionCall<object>): EntryMedia | undefined {
  const open = new OpenArguments(given, timezone);
  const item = open.hash('item') ?? null;
  const livestream = open.hash('livestream') ?? null;
  if (item !== null && livestream !== null) {
    throw inputError('livestream', 'An entry plays an "item" or a "livestream", not both.');
  }
  const sees =
    (token: string) =>
    ({ account }: { readonly account: string }): boolean =>
      holdsToken(caller.record, token, { account, customer: state.accounts.get(account)?.customer }, state);
  if (item !== null) {
    const fits = sees('item-read');
    findRecord(state.items, { argument: 'item', id: item, status: Status.ITEM_NOT_FOUND, fits });
  }
  if (livestream !== null) {
    const fits = sees('livestream-read');
    findRecord(state.livestreams, {
      argument: 'livestream',
      id: livestream,
      status: Status.LIVESTREAM_NOT_FOUND,
      fits,
    });
  }
  return item === null && livestream === null ? undefined : { item, livestream };
}
