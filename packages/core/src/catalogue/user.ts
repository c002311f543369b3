import { type Label, arrayOf, bool, dateTime, hash, label, object, open, text, timeZone } from '../types/index.js';
import { argumentsOf } from './argument-definition.js';
import { defineAction } from './define-action.js';
import { defineCommand } from './define-command.js';
import { type PageArguments, pageArguments } from './page-arguments.js';
import { type CustomerSummary, customerSummary, roleAssignment } from './role.js';

/** What every answer tells of a user. Texts are empty where nothing is set. @documented */
export interface Person {
  /** The user's ID. @documented */
  readonly id: string;
  /** The name to log in with. @documented */
  readonly username: string;
  /** Whether the user may do anything at all. @documented */
  readonly active: boolean;
  /** When the user was made. @documented */
  readonly datecreated: Date;
  /** When the user was last changed. @documented */
  readonly datemodified: Date;
  /** The user's address for mail. @documented */
  readonly email: string;
  /** Whether the user may log in through an application. @documented */
  readonly sessionsenabled: boolean;
  /** The zone of the user's dates. @documented */
  readonly timezone: string;
  /** Mobile telephone number. @documented */
  readonly mobilephone: string;
  /** Street and number. @documented */
  readonly address: string;
  /** Postal code. @documented */
  readonly zipcode: string;
  /** Town. @documented */
  readonly city: string;
  /** First name. @documented */
  readonly firstname: string;
  /** Last name. @documented */
  readonly lastname: string;
}

/** The user who asks, as `user/viewme` shows them. @observed */
export interface Me extends Person {}

const personFields = {
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
};

/** Shows the user who asks: by their own key, or in a session. @observed */
export const userViewme = defineAction({
  command: 'user',
  action: 'viewme',
  actors: ['user', 'session'],
  readOnly: true,
  output: object<Me>('Me', personFields),
});

/** A service for single sign-on. @documented */
export interface SingleSignOnService {
  /** The service's ID. @documented */
  readonly id: string;
  /** What kind of service it is. @documented */
  readonly type: Label;
  /** The service's name. @documented */
  readonly name: string;
}

/** A link between a user and a service for single sign-on. More fields exist. @documented */
export interface SingleSignOnToken {
  /** The service. @documented */
  readonly service: SingleSignOnService;
}

/** A user. @documented */
export interface User extends Person {
  /** The customer that the user belongs to. @documented */
  readonly customer: CustomerSummary;
  /** Services that the user can sign on by. @documented */
  readonly singlesignontokens: SingleSignOnToken[];
}

const service = object<SingleSignOnService>('SingleSignOnService', { id: hash(), type: label(), name: text() });

const userType = object<User>('User', {
  ...personFields,
  customer: customerSummary,
  singlesignontokens: arrayOf(object<SingleSignOnToken>('SingleSignOnToken', { service })),
});

/** Lists the roles that the user who asks holds. @observed */
export const userGetmyroles = defineAction({
  command: 'user',
  action: 'getmyroles',
  actors: ['user', 'session'],
  readOnly: true,
  output: arrayOf(roleAssignment),
});

/** Lists the roles that a user holds. Its arguments are not known. @observed */
export const userGetroles = defineAction({
  command: 'user',
  action: 'getroles',
  openArguments: true,
  readOnly: true,
  output: arrayOf(roleAssignment),
});

/**
 * Arguments of `user/view`. The document spells `datemodifed` so; whether the platform does is not
 * known, and the client sends what the document says.
 */
export interface UserViewArguments extends PageArguments {
  /** The user with this ID. @documented */
  readonly user?: string | null | undefined;
  /** The user with exactly this username. @documented */
  readonly username?: string | null | undefined;
  /** Users with exactly this e-mail address. @documented */
  readonly email?: string | null | undefined;
  /** Users whose name to log in with contains this. @documented */
  readonly searchusername?: string | null | undefined;
  /** Users whose first name contains this. @documented */
  readonly searchfirstname?: string | null | undefined;
  /** Users whose last name contains this. @documented */
  readonly searchlastname?: string | null | undefined;
  /** Users whose address contains this. @documented */
  readonly searchemail?: string | null | undefined;
  /** Users who are active, or who are not; absent shows both. @documented */
  readonly active?: boolean | null | undefined;
  /** Users created at this time or later. @documented */
  readonly mindatecreated?: Date | string | null | undefined;
  /** Users created at this time or earlier. @documented */
  readonly maxdatecreated?: Date | string | null | undefined;
  /** Users last changed at this time or later. Spelt so in the document. @documented */
  readonly mindatemodifed?: Date | string | null | undefined;
  /** Users last changed at this time or earlier. Spelt so in the document. @documented */
  readonly maxdatemodifed?: Date | string | null | undefined;
  /** What to order by. @documented */
  readonly orderfield?: Label<'created' | 'modified' | 'username' | 'name' | 'email'> | null | undefined;
  /** Ascending or descending. @documented */
  readonly order?: Label<'asc' | 'desc'> | null | undefined;
}

/** Lists users; with a customer only that customer's. @documented @inferred output */
export const userView = defineAction({
  command: 'user',
  action: 'view',
  token: 'user-read',
  readOnly: true,
  paged: true,
  arguments: argumentsOf<UserViewArguments>({
    user: hash(),
    username: text(),
    email: text(),
    searchusername: text(),
    searchfirstname: text(),
    searchlastname: text(),
    searchemail: text(),
    active: bool(),
    mindatecreated: dateTime(),
    maxdatecreated: dateTime(),
    mindatemodifed: dateTime(),
    maxdatemodifed: dateTime(),
    orderfield: { type: label('created', 'modified', 'username', 'name', 'email'), default: 'created' },
    order: { type: label('asc', 'desc'), default: 'asc' },
    ...pageArguments,
  }),
  output: arrayOf(userType),
});

/** What `user/viewbasic` shows of a user. @documented */
export interface BasicUser {
  /** The user's ID. @documented */
  readonly id: string;
  /** The name to log in with. @documented */
  readonly username: string;
}

/** Arguments of `user/viewbasic`. */
export interface UserViewbasicArguments extends PageArguments {
  /** Users whose name to log in with contains this. @documented */
  readonly searchusername?: string | null | undefined;
}

/** Lists names of users, for autocompletion; with an account those who have rights in it. @documented */
export const userViewbasic = defineAction({
  command: 'user',
  action: 'viewbasic',
  token: 'user-read-basic',
  readOnly: true,
  paged: true,
  arguments: argumentsOf<UserViewbasicArguments>({ searchusername: text(), ...pageArguments }),
  output: arrayOf(object<BasicUser>('BasicUser', { id: hash(), username: text() })),
});

/** Arguments of `user/create`. Which of them are required is not known. */
export interface UserCreateArguments {
  /** The name to log in with. @documented */
  readonly username?: string | null | undefined;
  /** The user's address for mail. @documented */
  readonly email?: string | null | undefined;
  /** First name. @documented */
  readonly firstname?: string | null | undefined;
  /** Last name. @documented */
  readonly lastname?: string | null | undefined;
  /** Whether the user may do anything at all. @documented */
  readonly active?: boolean | null | undefined;
  /** Whether the user may log in through an application. @documented */
  readonly sessionsenabled?: boolean | null | undefined;
  /** The zone of the user's dates; the platform's own unless given. @documented */
  readonly timezone?: string | null | undefined;
  /** Mobile telephone number. @documented */
  readonly mobilephone?: string | null | undefined;
  /** Street and number. @documented */
  readonly address?: string | null | undefined;
  /** Postal code. @documented */
  readonly zipcode?: string | null | undefined;
  /** Town. @documented */
  readonly city?: string | null | undefined;
}

/** Makes a user, without a password. @documented @inferred errors */
export const userCreate = defineAction({
  command: 'user',
  action: 'create',
  token: 'user-write',
  errors: [316],
  arguments: argumentsOf<UserCreateArguments>({
    username: text(),
    email: text(),
    firstname: text(),
    lastname: text(),
    active: { type: bool(), default: true },
    sessionsenabled: { type: bool(), default: true },
    timezone: timeZone(),
    mobilephone: text(),
    address: text(),
    zipcode: text(),
    city: text(),
  }),
  output: userType,
});

/** Arguments of `user/linkssotoken`. Which of them are required is not known. */
export interface UserLinkssotokenArguments {
  /** The user, by ID. @documented */
  readonly user?: string | null | undefined;
  /** The service, by ID. @documented */
  readonly service?: string | null | undefined;
  /** What the service answered. @documented */
  readonly response?: string | null | undefined;
}

/** Links a user to a service for single sign-on; one token for each service. @documented @inferred errors */
export const userLinkssotoken = defineAction({
  command: 'user',
  action: 'linkssotoken',
  token: 'user-sso-token',
  errors: [310, 430, 431, 433],
  arguments: argumentsOf<UserLinkssotokenArguments>({ user: hash(), service: hash(), response: text() }),
  output: userType,
});

/** Arguments of `user/clearssotoken`. Deduced from its sibling. */
export interface UserClearssotokenArguments {
  /** The user, by ID. @inferred */
  readonly user?: string | null | undefined;
  /** The service, by ID. @inferred */
  readonly service?: string | null | undefined;
}

/** Unlinks a user from a service for single sign-on. Its output is not known. @documented @inferred errors, token */
export const userClearssotoken = defineAction({
  command: 'user',
  action: 'clearssotoken',
  token: 'user-sso-token',
  errors: [310, 430, 432],
  openArguments: true,
  arguments: argumentsOf<UserClearssotokenArguments>({ user: hash(), service: hash() }),
  output: open(),
});

/** The command `user`: people who work with the platform. */
export const userCommand = defineCommand('user', {
  viewme: userViewme,
  getmyroles: userGetmyroles,
  getroles: userGetroles,
  view: userView,
  viewbasic: userViewbasic,
  create: userCreate,
  linkssotoken: userLinkssotoken,
  clearssotoken: userClearssotoken,
});
