import type { Item } from '../state/media-records.js';
import type { State } from '../state/state.js';
import { WebRefusal } from '../web/web-refusal.js';
import type { MediaPlace } from './media-place.js';

/**
 * Finds the item that a path names. An account that is not the item's makes it as good as not there
 * (inferred).
 *
 * @param needsAccount whether the account must be named; it may be left out of pages and playlists (observed)
 * @throws WebRefusal (404)
 */
export function findMediaItem({ parts }: MediaPlace, { items }: State, needsAccount: boolean): Item {
  const [account, id] = [parts.get('account'), parts.get('item')];
  if (id === undefined || (needsAccount && account === undefined)) {
    const expected = `${needsAccount ? '' : '['}/account=…${needsAccount ? '' : ']'}/item=…`;
    throw new WebRefusal(404, { summary: `The path must name an item: ${expected}.`, expected });
  }
  const item = items.get(id);
  if (item !== undefined && (account === undefined || account === item.account)) return item;
  throw new WebRefusal(404, { summary: 'There is no such item in this account.', argument: 'item', received: id });
}
