import { arrayOf, open } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import type { UntypedCallOptions } from '../options/client-options.js';

/** Stands for an action that the client was not given: any arguments, any answer, a write unless told otherwise. */
export function undeclaredAction(
  command: string,
  action: string,
  { read = false, paged = false }: UntypedCallOptions,
): Action {
  return {
    command,
    action,
    arguments: {},
    openArguments: true,
    output: paged ? (arrayOf(open()) as Action['output']) : open(),
    needs: 'nothing',
    actors: ['user', 'application', 'session'],
    token: undefined,
    errors: [],
    readOnly: read,
    paged,
  };
}
