import { Status } from '@streamone/core';
import { recordscheduleEdit } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { findRecord } from '../find-record.js';
import { OpenArguments } from '../open-arguments.js';
import { changedSchedule } from './changed-schedule.js';
import { checkSchedule } from './check-schedule.js';
import { recordscheduleRow } from './recordschedule-row.js';

/** Answers `recordschedule/edit`. A schedule of another account is as good as none: 320 (inferred). */
export const answerRecordscheduleEdit = handler(recordscheduleEdit, (call) => {
  const { arguments: given, scope, state, timezone } = call;
  const before = findRecord(state.recordschedules, {
    argument: 'recordschedule',
    id: given.recordschedule,
    status: Status.SCHEDULE_NOT_FOUND,
    fits: ({ account }) => account === scope.accounts[0]?.id,
  });
  const { id, ...changes } = changedSchedule(before, given, new OpenArguments(given, timezone));
  checkSchedule({ id, ...changes }, state);
  return { body: recordscheduleRow(state.recordschedules.update(id, changes), timezone, state) };
});
