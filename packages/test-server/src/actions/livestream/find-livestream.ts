import { Status } from '@streamone/core';
import type { Livestream } from '../../state/media-records.js';
import type { State } from '../../state/state.js';
import { findRecord } from '../find-record.js';

/** Finds the live stream that an argument names, in an account. @throws Refusal with 240 for one that is unknown or another account's (inferred). */
export function findLivestream(id: string, account: string, { livestreams }: State): Livestream {
  return findRecord(livestreams, {
    argument: 'livestream',
    id,
    status: Status.LIVESTREAM_NOT_FOUND,
    fits: (livestream) => livestream.account === account,
  });
}
