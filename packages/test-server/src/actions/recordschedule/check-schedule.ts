import { inputError } from '../../answer/input-error.js';
import type { Recordschedule } from '../../state/media-records.js';
import type { State } from '../../state/state.js';
import { findLivestream } from '../livestream/find-livestream.js';

const RULE = /^[A-Z-]+=[^;=]+(?:;[A-Z-]+=[^;=]+)*$/;
const FREQUENCY = /(?:^|;)FREQ=(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)/;

/**
 * Checks what a schedule would become.
 *
 * @throws Refusal with 6 unless it has one of `source` and `livestream`, and a recurrence rule with a
 * frequency and without `RRULE:`; 240 for a live stream that the account does not have. All inferred.
 */
export function checkSchedule({ source, livestream, rrule, duration, account }: Recordschedule, state: State): void {
  if ((source === null) === (livestream === null)) {
    throw inputError('source', 'A schedule records either a "source" or a "livestream".');
  }
  if (livestream !== null) findLivestream(livestream, account, state);
  if (duration === 0) throw inputError('duration', "An item that lasts no time can't be recorded.");
  if (rrule === null || (RULE.test(rrule) && FREQUENCY.test(rrule))) return;
  throw inputError('rrule', 'The recurrence rule is malformed.', {
    expected: 'a rule of RFC 5545 without RRULE:, as FREQ=WEEKLY;BYDAY=MO',
    received: rrule,
  });
}
