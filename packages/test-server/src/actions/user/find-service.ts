import { Status } from '@streamone/core';
import type { Service } from '../../state/records.js';
import type { State } from '../../state/state.js';
import { findRecord } from '../find-record.js';

/** Finds the service for single sign-on that an argument names. @throws Refusal with 430 for an unknown one (inferred). */
export function findService(id: string | null | undefined, { services }: State): Service {
  return findRecord(services, { argument: 'service', id, status: Status.SSO_SERVICE_NOT_FOUND });
}
