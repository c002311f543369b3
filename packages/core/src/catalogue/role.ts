import * as rights from '../rights/role-assignment.js';
import { type DataType, arrayOf } from '../types/index.js';
import { defineAction } from './define-action.js';
import { defineCommand } from './define-command.js';

/** A role's account. @observed */
export interface RoleAccount {
  /** The account's ID. @observed */
  readonly id: string;
  /** The account's name. @observed */
  readonly name: string;
}

/** A customer, as it comes with a role or a user. @observed */
export interface CustomerSummary {
  /** The customer's ID. @observed */
  readonly id: string;
  /** The customer's name. @observed */
  readonly name: string;
  /** When the customer was made. @observed */
  readonly datecreated: Date;
  /** When the customer was last changed. @observed */
  readonly datemodified: Date;
}

/** A named set of tokens. @observed */
export interface Role {
  /** The role's ID. @observed */
  readonly id: string;
  /** The role's name. @observed */
  readonly name: string;
  /** The customer that the role belongs to, where there is one. That it has this form is deduced. @inferred */
  readonly customer?: CustomerSummary;
  /** The tokens that the role includes, as `item-read`. @observed */
  readonly tokens: string[];
}

/** A role that an actor holds: for everything, for one customer, or for one account. @observed */
export interface RoleAssignment {
  /** The role that is held. @observed */
  readonly role: Role;
  /** The account that it is held for, where it is for one. @observed */
  readonly account?: RoleAccount;
  /** The customer that it is held for, where it is for one. @observed */
  readonly customer?: CustomerSummary;
}

/** The type of a customer, as it comes with a role or a user. */
export const customerSummary: DataType<never, CustomerSummary> = rights.customerSummary;

/** The type of a role. */
export const role: DataType<never, Role> = rights.role;

/** The type of a role that an actor holds. */
export const roleAssignment: DataType<never, RoleAssignment> = rights.roleAssignment;

/** Lists roles. Its arguments and token are not known. @observed */
export const roleView = defineAction({
  command: 'role',
  action: 'view',
  openArguments: true,
  readOnly: true,
  output: arrayOf(role),
});

/** The command `role`: named sets of tokens. */
export const roleCommand = defineCommand('role', { view: roleView });
