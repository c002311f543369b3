import { recordscheduleCreate } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { changedSchedule } from './changed-schedule.js';
import { checkSchedule } from './check-schedule.js';
import { recordscheduleRow } from './recordschedule-row.js';

/**
 * Answers `recordschedule/create`. Its table is cut off, so it takes the arguments of
 * `recordschedule/edit` too. Named like its ID unless given, active, and without a time (inferred).
 */
export const answerRecordscheduleCreate = handler(recordscheduleCreate, (call) => {
  const { arguments: given, scope, state, timezone } = call;
  const id = state.newId();
  const blank = {
    id,
    name: id,
    source: null,
    sourceproxy: null,
    livestream: null,
    title: null,
    description: null,
    author: null,
    copyright: null,
    keywords: null,
    active: true,
    protected: false,
    startdate: null,
    duration: null,
    rrule: null,
    account: scope.accounts[0]?.id ?? '',
    fields: {},
  };
  const schedule = changedSchedule(blank, given, new OpenArguments(given, timezone));
  checkSchedule(schedule, state);
  state.recordschedules.add(schedule);
  return { body: recordscheduleRow(schedule, timezone, state) };
});
