import { Status } from '@streamone/core';
import { uploadtokenCreate } from '@streamone/core/catalogue';
import { inputError } from '../../answer/input-error.js';
import type { Item } from '../../state/media-records.js';
import { type ActionCall, handler } from '../action-handler.js';
import { findRecord } from '../find-record.js';
import { bareItem } from '../item/bare-item.js';
import { wholeSecond } from '../whole-second.js';

const DAY = 86_400;

/** The item that gets the file: the one that is named, of this account, else a new one. */
function findOrMake(id: string | null | undefined, call: ActionCall<object>): Item {
  const { scope, state, caller, clock } = call;
  const account = scope.accounts[0]?.id ?? '';
  if (!id) return state.items.add(bareItem(state.newId(), account, caller, wholeSecond(clock)));
  const fits = (item: Item): boolean => item.account === account;
  return findRecord(state.items, { argument: 'item', id, status: Status.ITEM_NOT_FOUND, fits });
}

/**
 * Answers `uploadtoken/create`. Without `item` a new one is made (documented), at once (inferred);
 * one of another account is refused as unknown (inferred). `uploadurlhttps` is missing on a server
 * without TLS (documented that it may be).
 */
export const answerUploadtokenCreate = handler(uploadtokenCreate, (call) => {
  const { arguments: given, state, clock, place } = call;
  const validfor = given.validfor ?? 3600;
  if (validfor > DAY) {
    throw inputError('validfor', 'An upload token is valid for at most 24 hours.', {
      expected: `at most ${DAY}`,
      received: String(validfor),
    });
  }
  const item = findOrMake(given.item, call);
  const made = state.uploadtokens.add({
    id: state.newId(),
    token: state.newKey(),
    item: item.id,
    file: state.newId(),
    thumbnail: given.thumbnail ?? 0,
    expires: clock.now() + validfor * 1000,
    newitem: !given.item,
  });
  const uploadurl = `${place.url}/upload`;
  return {
    body: {
      token: made.token,
      uploadurl,
      ...(uploadurl.startsWith('https:') && { uploadurlhttps: uploadurl }),
      itemid: item.id,
      fileid: made.file,
    },
  };
});
