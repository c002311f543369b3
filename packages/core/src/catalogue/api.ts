import { arrayOf, object, text } from '../types/index.js';
import { defineAction } from './define-action.js';
import { defineCommand } from './define-command.js';

/** What `api/info` tells of the API. Its fields are not known. @observed */
export interface ApiInfo {
  readonly [field: string]: unknown;
}

/** Tells about the API itself. @observed */
export const apiInfo = defineAction({
  command: 'api',
  action: 'info',
  readOnly: true,
  output: object<ApiInfo>('ApiInfo', {}),
});

/**
 * Lists the tokens that the actor has in the account(s) or for the customer of the request; with
 * several accounts those that it has in all of them. @observed
 */
export const apiMytokens = defineAction({
  command: 'api',
  action: 'mytokens',
  readOnly: true,
  output: arrayOf(text()),
});

/** The command `api`: about the API itself, and what the actor may do with it. */
export const apiCommand = defineCommand('api', { info: apiInfo, mytokens: apiMytokens });
