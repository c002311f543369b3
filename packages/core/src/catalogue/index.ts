export type { Action, Actor, Command, Evidence, Needs } from './action.js';
export { allCommands } from './all-commands.js';
export * from './api.js';
export {
  TypedArguments,
  argumentsOf,
  type ArgumentDefinition,
  type ArgumentInput,
  type ArgumentInputs,
} from './argument-definition.js';
export {
  catalogue,
  type Catalogue,
  type CatalogueArgument,
  type CatalogueEntry,
  type CatalogueKey,
} from './catalogue.js';
export type {
  ActionDescription,
  CatalogueDescriptions,
  Description,
  TypeDescription,
} from './catalogue-descriptions.js';
export { clientMembers } from './client-members.js';
export { defineAction, type ActionDefinition, type ArgumentsOf, type InferArguments } from './define-action.js';
export { defineCommand } from './define-command.js';
export { descriptions } from './descriptions.generated.js';
export * from './item.js';
export { pageArguments, type PageArguments } from './page-arguments.js';
export * from './user.js';
export * from './application.js';
export * from './livestream.js';
export * from './metadatakey.js';
export * from './playlist.js';
export * from './recordschedule.js';
export * from './role.js';
export * from './securityprofile.js';
export * from './session.js';
export * from './uploadtoken.js';
