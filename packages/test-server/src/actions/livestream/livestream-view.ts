import { type Livestream as WireLivestream, livestreamView } from '@streamone/core/catalogue';
import type { Livestream } from '../../state/media-records.js';
import type { World } from '../../answer/world.js';
import { shownLink, shownLinks } from '../../media/shown-link.js';
import { type Wire, handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { isDescending, readOrderField, sorted } from '../order.js';
import { pageOf, readPage } from '../page.js';

function livestreamRow(
  { id, title, description, type, thumbnail, medialink, account }: Livestream,
  { state, place }: Pick<World, 'state' | 'place'>,
): Wire<WireLivestream> {
  return {
    id,
    title,
    description,
    type,
    thumbnail: shownLink(thumbnail, place.url),
    medialink: shownLinks(medialink, place.url),
    account: { id: account, name: state.accounts.get(account)?.name ?? '' },
  };
}

/**
 * Answers `livestream/view`. `livestream` (IDs) and `order` are taken too, by habit; a live stream's
 * name is its title; other arguments that nobody knows change nothing (all inferred).
 */
export const answerLivestreamView = handler(livestreamView, ({ arguments: given, scope, state, place, timezone }) => {
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
  return pageOf(ordered, page, (livestream) => livestreamRow(livestream, { state, place }));
});
