import { object } from '../types/index.js';
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

/** The command `api`: about the API itself. */
export const apiCommand = defineCommand('api', { info: apiInfo });
