import { date, moment } from './date-types.js';
import { flag, id, reference, secretText, text } from './simple-types.js';

/** Logins, and what they lead to. */
export const sessionTypes = {
  challenges: {
    types: { id, username: text, userip: text, application: reference('applications'), expires: moment, used: flag },
    required: ['username', 'application'],
  },
  sessions: {
    types: {
      id,
      key: secretText,
      user: reference('users'),
      application: reference('applications'),
      datecreated: date,
      expires: moment,
    },
    required: ['user', 'application'],
  },
} as const;
