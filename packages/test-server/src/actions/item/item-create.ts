import { Status } from '@streamone/core';
import { itemCreate } from '@streamone/core/catalogue';
import { inScope } from '../../rights/in-scope.js';
import { handler } from '../action-handler.js';
import { checkDate } from '../check-date.js';
import { findRecord } from '../find-record.js';
import { findLivestream } from '../livestream/find-livestream.js';
import { wholeSecond } from '../whole-second.js';
import { bareItem } from './bare-item.js';
import { itemRow } from './item-row.js';

/**
 * Answers `item/create`: makes an item without a file and shows it. The title is the ID unless given
 * (documented). Of type `video` unless given, and not protected: no account has a default here
 * (both inferred). An empty argument is the same as none. A live stream must be of the account, a
 * security profile of it or of its customer, else 240 and 380 (inferred).
 */
export const answerItemCreate = handler(itemCreate, (call) => {
  const { arguments: given, scope, caller, clock, state, timezone } = call;
  checkDate('dateaired', given.dateaired);
  const { livestream, securityprofile } = given;
  const account = scope.accounts[0]?.id ?? '';
  if (livestream) findLivestream(livestream, account, state);
  if (securityprofile) {
    findRecord(state.securityprofiles, {
      argument: 'securityprofile',
      id: securityprofile,
      status: Status.SECURITY_PROFILE_NOT_FOUND,
      fits: (profile) => inScope(profile, scope, state),
    });
  }
  const id = state.newId();
  const item = state.items.add({
    ...bareItem(id, account, caller, wholeSecond(clock)),
    title: given.title ?? id,
    type: given.itemtype ?? 'video',
    description: given.description ?? null,
    dateaired: given.dateaired ?? null,
    keywords: given.keywords ?? [],
    author: given.author ?? null,
    copyright: given.copyright ?? null,
    externalid: given.externalid ?? null,
    externallink: given.externallink ?? null,
    securityprofile: securityprofile ?? null,
    livestream: livestream ?? null,
    archived: given.archived ?? false,
    protected: given.protected ?? false,
    vrtype: given.vrtype ?? null,
  });
  return { body: itemRow(item, timezone, call) };
});
