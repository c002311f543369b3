import { Status, writeWallClock } from '@streamone/core';
import { userViewme } from '@streamone/core/catalogue';
import { Refusal } from '../../answer/refusal.js';
import { handler } from '../action-handler.js';

/** Answers `user/viewme`: the user who asks. Source of its fields: catalogue, observed; the answer may be kept. */
export const answerUserViewme = handler(userViewme, ({ caller, timezone }) => {
  if (caller.type === 'application') {
    throw new Refusal(Status.ACCESS_DENIED, { summary: 'Only a user can be shown by user/viewme.' });
  }
  const { id, username, active, email, sessionsenabled, mobilephone, ...user } = caller.record;
  return {
    cacheable: true,
    body: {
      id,
      username,
      active,
      datecreated: writeWallClock(user.datecreated, timezone),
      datemodified: writeWallClock(user.datemodified, timezone),
      email,
      sessionsenabled,
      timezone: user.timezone,
      mobilephone,
      address: user.address,
      zipcode: user.zipcode,
      city: user.city,
      firstname: user.firstname,
      lastname: user.lastname,
    },
  };
});
