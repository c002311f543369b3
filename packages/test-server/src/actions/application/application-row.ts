import { writeWallClock } from '@streamone/core';
import type { Application as WireApplication, EditedApplication } from '@streamone/core/catalogue';
import type { Application } from '../../state/records.js';
import type { Wire } from '../action-handler.js';

/** An application as `application/view` shows it. Source: a captured exchange, observed. */
export function applicationRow(application: Application, timezone: string): Wire<WireApplication> {
  return {
    id: application.id,
    name: application.name,
    description: application.description,
    datecreated: writeWallClock(application.datecreated, timezone),
    datemodified: writeWallClock(application.datemodified, timezone),
    active: application.active,
    iplock: application.iplock,
    timezone: application.timezone,
  };
}

/** An application as `application/edit` shows it, its fields in the document's order. Source: documented. */
export function editedApplicationRow(application: Application, timezone: string): Wire<EditedApplication> {
  const { id, name, description, datecreated, datemodified, active } = applicationRow(application, timezone);
  return {
    id,
    name,
    description,
    iplock: application.iplock,
    datecreated,
    datemodified,
    active,
    account: application.account,
    customer: application.customer,
    timezone: application.timezone,
  };
}
