import { arrayOf, bool, dateTime, hash, ipMask, nullable, object, text, timeZone } from '../types/index.js';
import { argumentsOf } from './argument-definition.js';
import { defineAction } from './define-action.js';
import { defineCommand } from './define-command.js';
import { pageArguments } from './page-arguments.js';
import { roleAssignment } from './role.js';

/** A program that uses the API by a key of its own. @observed */
export interface Application {
  /** The application's ID. @observed */
  readonly id: string;
  /** The application's name. @observed */
  readonly name: string;
  /** What it is for. @observed */
  readonly description: string;
  /** When it was made. @observed */
  readonly datecreated: Date;
  /** When it was last changed. @observed */
  readonly datemodified: Date;
  /** Whether it may do anything at all. @observed */
  readonly active: boolean;
  /** From which addresses it may ask, where that is limited. The form is not known. @observed */
  readonly iplock: string | null;
  /** The zone of its dates. @observed */
  readonly timezone: string;
}

const applicationFields = {
  id: hash(),
  name: text(),
  description: text(),
  datecreated: dateTime(),
  datemodified: dateTime(),
  active: bool(),
  iplock: nullable(ipMask()),
  timezone: timeZone(),
};

/** Arguments of `application/view`. There may be more. */
export interface ApplicationViewArguments {
  /** The application with this ID. @observed */
  readonly application?: string | null | undefined;
  /** How many rows a page has. @observed */
  readonly limit?: number | null | undefined;
  /** How many rows to skip. Not seen; every other list has it. @inferred */
  readonly offset?: number | null | undefined;
}

/** Lists applications. Its token is not known. @observed @inferred paged */
export const applicationView = defineAction({
  command: 'application',
  action: 'view',
  openArguments: true,
  readOnly: true,
  paged: true,
  arguments: argumentsOf<ApplicationViewArguments>({ application: hash(), ...pageArguments }),
  output: arrayOf(object<Application>('Application', applicationFields)),
});

/** An application as `application/edit` answers it. @documented */
export interface EditedApplication extends Application {
  /** ID of the account that it belongs to. @documented */
  readonly account: string | null;
  /** ID of the customer that it belongs to. @documented */
  readonly customer: string | null;
}

/** Arguments of `application/edit`. */
export interface ApplicationEditArguments {
  /** The application, by ID. That it is required is inferred from its use. @documented @inferred required */
  readonly application: string;
  /** The application's name. @documented */
  readonly name?: string | null | undefined;
  /** What it is for. @documented */
  readonly description?: string | null | undefined;
  /** From which addresses it may ask; `null` lifts the limit. The form is not known. @documented */
  readonly iplock?: string | null | undefined;
  /** Whether it may do anything at all. The answer calls it `active`. @documented */
  readonly isactive?: boolean | null | undefined;
  /** The zone of its dates. @documented */
  readonly timezone?: string | null | undefined;
}

/** Changes an application. @documented @inferred errors */
export const applicationEdit = defineAction({
  command: 'application',
  action: 'edit',
  token: 'application-write',
  errors: [260],
  arguments: argumentsOf<ApplicationEditArguments>({
    application: { type: hash(), required: true },
    name: text(),
    description: text(),
    iplock: ipMask(),
    isactive: bool(),
    timezone: timeZone(),
  }),
  output: object<EditedApplication>('EditedApplication', {
    ...applicationFields,
    account: nullable(hash()),
    customer: nullable(hash()),
  }),
});

/** Lists the roles held by the application that asks. @observed */
export const applicationGetmyroles = defineAction({
  command: 'application',
  action: 'getmyroles',
  actors: ['application'],
  readOnly: true,
  output: arrayOf(roleAssignment),
});

/** Lists the roles that an application holds. Its arguments are not known. @observed */
export const applicationGetroles = defineAction({
  command: 'application',
  action: 'getroles',
  openArguments: true,
  readOnly: true,
  output: arrayOf(roleAssignment),
});

/** The command `application`: programs that use the API. */
export const applicationCommand = defineCommand('application', {
  view: applicationView,
  edit: applicationEdit,
  getmyroles: applicationGetmyroles,
  getroles: applicationGetroles,
});
