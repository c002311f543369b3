import { open } from '../types/index.js';
import { defineAction } from './define-action.js';
import { defineCommand } from './define-command.js';

// The names of these actions are documented; their arguments, outputs and types of rules are not known, so
// all are open.

/** Lists security profiles, their rules by position. @documented */
export const securityprofileView = defineAction({
  command: 'securityprofile',
  action: 'view',
  openArguments: true,
  readOnly: true,
  output: open(),
});

/** Makes a security profile. @documented */
export const securityprofileCreate = defineAction({
  command: 'securityprofile',
  action: 'create',
  openArguments: true,
  output: open(),
});

/** Changes a security profile. @documented @inferred errors */
export const securityprofileEdit = defineAction({
  command: 'securityprofile',
  action: 'edit',
  errors: [380],
  openArguments: true,
  output: open(),
});

/** Removes a security profile. @documented @inferred errors */
export const securityprofileDelete = defineAction({
  command: 'securityprofile',
  action: 'delete',
  errors: [380],
  openArguments: true,
  output: open(),
});

/** Adds a rule; the lowest position is tried first, and what matches no rule is allowed. @documented @inferred errors */
export const securityprofileAddrule = defineAction({
  command: 'securityprofile',
  action: 'addrule',
  errors: [380, 381],
  openArguments: true,
  output: open(),
});

/** Changes a rule. @documented @inferred errors */
export const securityprofileEditrule = defineAction({
  command: 'securityprofile',
  action: 'editrule',
  errors: [380, 381, 382],
  openArguments: true,
  output: open(),
});

/** Removes a rule. @documented @inferred errors */
export const securityprofileRemoverule = defineAction({
  command: 'securityprofile',
  action: 'removerule',
  errors: [380, 382],
  openArguments: true,
  output: open(),
});

/** The command `securityprofile`: who may see what is protected. */
export const securityprofileCommand = defineCommand('securityprofile', {
  view: securityprofileView,
  create: securityprofileCreate,
  edit: securityprofileEdit,
  delete: securityprofileDelete,
  addrule: securityprofileAddrule,
  editrule: securityprofileEditrule,
  removerule: securityprofileRemoverule,
});
