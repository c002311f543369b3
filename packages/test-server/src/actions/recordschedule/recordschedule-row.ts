import { writeWallClock } from '@streamone/core';
import type { Recordschedule } from '../../state/media-records.js';
import type { State } from '../../state/state.js';

/** When the items were recorded, in letters of strftime; what follows the name in the usual title. Source: documented. */
const TIME = '(%d-%m-%Y %H:%M:%S)';

function usualTitle({ livestream }: Recordschedule, { livestreams }: State): string {
  if (livestream === null) return `Live recording ${TIME}`;
  return `${livestreams.get(livestream)?.title ?? livestream} ${TIME}`;
}

/** A schedule as it is sent: what it was given, and what the server made of it. The form is not known (inferred). */
export function recordscheduleRow(schedule: Recordschedule, timezone: string, state: State): object {
  const { id, account, fields, startdate, ...given } = schedule;
  return {
    ...fields,
    id,
    ...given,
    title: given.title ?? usualTitle(schedule, state),
    startdate: startdate === null ? null : writeWallClock(startdate, timezone),
    account: { id: account, name: state.accounts.get(account)?.name ?? '' },
  };
}
