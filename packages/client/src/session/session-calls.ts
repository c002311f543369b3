import { isApiError } from '@streamone/core';
import { type Action, sessionCreate, sessionDelete, sessionInitialize } from '@streamone/core/catalogue';
import type { CallOptions, ScopeOptions } from '../options/client-options.js';
import type { LoginCalls } from './login.js';

/** Calls an action as a client does. */
export type CallAction = (action: Action, args: object, options: CallOptions) => Promise<unknown>;

/** A session is no matter of accounts: whatever the client acts in is left out. */
const NO_SCOPE: ScopeOptions = { account: undefined, accounts: undefined, customer: undefined };

/** The two actions of a login, called so. */
export function loginCalls(call: CallAction): LoginCalls {
  return {
    initialize: (args, options) =>
      call(sessionInitialize, args, { ...options, ...NO_SCOPE }) as ReturnType<LoginCalls['initialize']>,
    create: (args, options) =>
      call(sessionCreate, args, { ...options, ...NO_SCOPE }) as ReturnType<LoginCalls['create']>,
  };
}

/** Tells the platform that a session ends. A session that it does not know any more is what was asked for. */
export async function deleteSession(call: CallAction): Promise<void> {
  try {
    await call(sessionDelete, {}, NO_SCOPE);
  } catch (error) {
    if (!isApiError(error) || error.kind !== 'session') throw error;
  }
}
