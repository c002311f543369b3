import { Status } from '@streamone/core';
import { itemCreate } from '@streamone/core/catalogue';
import { Refusal } from '../answer/refusal.js';
import { handler } from './action-handler.js';
import { itemRow } from './item-row.js';

// What a DATETIME of MySQL holds, less a day on the far side: it must have a form in every zone.
const EARLIEST = Date.UTC(1000, 0, 2);
const LATEST = Date.UTC(9999, 11, 30);

/** Refuses a date that could be kept and then not be shown in some zone, with status 6 (inferred). */
function checkDate(argument: string, date: Date | null | undefined): void {
  if (!date || (date.getTime() >= EARLIEST && date.getTime() <= LATEST)) return;
  throw new Refusal(Status.INPUT_ERROR, {
    summary: `The argument "${argument}" is outside of the years 1000 to 9999.`,
    argument,
  });
}

/**
 * Answers `item/create`: makes an item without a file and shows it. The title is the ID unless given
 * (documented). Of type `video` unless given, and not protected: no account has a default here
 * (both inferred). An empty argument is the same as none. A security profile or live stream is
 * taken as it is, since there are none in the state yet (inferred).
 */
export const answerItemCreate = handler(itemCreate, ({ arguments: given, scope, caller, clock, state, timezone }) => {
  checkDate('dateaired', given.dateaired);
  const id = state.newId();
  // The API tells whole seconds only, so that is what is kept.
  const now = new Date(Math.floor(clock.now() / 1000) * 1000);
  const item = state.items.add({
    id,
    title: given.title ?? id,
    type: given.itemtype ?? 'video',
    description: given.description ?? null,
    duration: null,
    datecreated: now,
    datemodified: now,
    dateaired: given.dateaired ?? null,
    views: 0,
    keywords: given.keywords ?? [],
    selectedthumbnailurl: null,
    medialink: {},
    account: scope.accounts[0]?.id ?? '',
    user: caller.type === 'user' ? caller.record.id : null,
    author: given.author ?? null,
    copyright: given.copyright ?? null,
    externalid: given.externalid ?? null,
    externallink: given.externallink ?? null,
    securityprofile: given.securityprofile ?? null,
    livestream: given.livestream ?? null,
    categories: [],
    archived: given.archived ?? false,
    protected: given.protected ?? false,
    vrtype: given.vrtype ?? null,
  });
  return { body: itemRow(item, timezone, state) };
});
