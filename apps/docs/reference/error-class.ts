import { createApiError } from '@streamone/core';

/** The class of the error that a status is thrown as. */
export function errorClass(status: number): string {
  const header = { status, statusmessage: '' };
  return createApiError({ command: 'item', action: 'view', header, body: null }).name;
}
