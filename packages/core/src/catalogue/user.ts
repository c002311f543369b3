import { bool, dateTime, hash, object, text, timeZone } from '../types/index.js';
import { defineAction } from './define-action.js';
import { defineCommand } from './define-command.js';

/** The user who asks, as `user/viewme` shows them. Texts are empty where nothing is set. @observed */
export interface Me {
  /** The user's ID. @observed */
  readonly id: string;
  /** The name to log in with. @observed */
  readonly username: string;
  /** Whether the user may do anything at all. @observed */
  readonly active: boolean;
  /** When the user was made. @observed */
  readonly datecreated: Date;
  /** When the user was last changed. @observed */
  readonly datemodified: Date;
  /** The user's address for mail. @observed */
  readonly email: string;
  /** Whether the user may log in through an application. @observed */
  readonly sessionsenabled: boolean;
  /** The zone of the user's dates. @observed */
  readonly timezone: string;
  /** @observed */
  readonly mobilephone: string;
  /** @observed */
  readonly address: string;
  /** @observed */
  readonly zipcode: string;
  /** @observed */
  readonly city: string;
  /** @observed */
  readonly firstname: string;
  /** @observed */
  readonly lastname: string;
}

const me = object<Me>('Me', {
  id: hash(),
  username: text(),
  active: bool(),
  datecreated: dateTime(),
  datemodified: dateTime(),
  email: text(),
  sessionsenabled: bool(),
  timezone: timeZone(),
  mobilephone: text(),
  address: text(),
  zipcode: text(),
  city: text(),
  firstname: text(),
  lastname: text(),
});

/** Shows the user who asks: by their own key, or in a session. @observed */
export const userViewme = defineAction({
  command: 'user',
  action: 'viewme',
  actors: ['user', 'session'],
  readOnly: true,
  output: me,
});

/** The command `user`: people who work with the platform. */
export const userCommand = defineCommand('user', { viewme: userViewme });
