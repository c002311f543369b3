import { type Livestream as WireLivestream, livestreamView } from '@streamone/core/catalogue';
import type { Livestream } from '../../state/media-records.js';
import type { State } from '../../state/state.js';
import { type Wire, handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { isDescending, readOrderField, sorted } from '../order.js';
import { pageOf, readPage } from '../page.js';

function livestreamRow(livestream: Livestream, { accounts }: State): Wire<WireLivestream> {
  const { id, title, description, type, thumbnail, medialink, account } = livestream;
  const owner = { id: account, name: accounts.get(account)?.name ?? '' };
  return { id, title, description, type, thumbnail, medialink, account: owner };
}

/**
 * Answers `livestream/view`. `livestream` (IDs) and `order` are taken too, by habit; a live stream's
 * name is its title; other arguments that nobody knows change nothing (all inferred).
 */
export const answerLivestreamView = handler(livestreamView, ({ arguments: given, scope, state, timezone }) => {
  const page = readPage(given, state);
  const more = new OpenArguments(given, timezone);
  const wanted = more.hashes('livestream');
  const { active } = given;
  const accounts = new Set(scope.accounts.map(({ id }) => id));
  const list = [...state.livestreams].filter(
    (livestream) =>
      accounts.has(livestream.account) &&
      (typeof active !== 'boolean' || livestream.active === active) &&
      (!wanted || wanted.includes(livestream.id)),
  );
  readOrderField(given.orderfield, ['name']);
  const ordered = sorted(list, ({ title }) => title, isDescending(more.text('order')));
  return pageOf(ordered, page, (livestream) => livestreamRow(livestream, state));
});
