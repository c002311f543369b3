import { Status } from '@streamone/core';
import type { RequestScope } from '../../answer/request-scope.js';
import { inScope } from '../../rights/in-scope.js';
import type { Application } from '../../state/records.js';
import type { State } from '../../state/state.js';
import { findRecord } from '../find-record.js';

/** Finds the application that an argument names. @throws Refusal with 260 for one that is unknown or out of reach (inferred). */
export function findApplication(id: string | null | undefined, scope: RequestScope, state: State): Application {
  const fits = (application: Application): boolean => inScope(application, scope, state);
  return findRecord(state.applications, { argument: 'application', id, status: Status.APPLICATION_NOT_FOUND, fits });
}
