import { writeWallClock } from '@streamone/core';
import type { SecurityRule, Securityprofile } from '../../state/list-records.js';
import { byPosition } from '../position.js';

function optionalDate(date: Date | null, timezone: string): string | null {
  return date === null ? null : writeWallClock(date, timezone);
}

/** A rule as it is sent. The form is not known (inferred). */
export function ruleRow({ fields, id, position, type, verdict, start, end }: SecurityRule, timezone: string): object {
  const times = { start: optionalDate(start, timezone), end: optionalDate(end, timezone) };
  return { ...fields, id, position, type, verdict, ...times };
}

/** A security profile as it is sent, its rules by position (documented); the form is not known (inferred). */
export function securityprofileRow(profile: Securityprofile, timezone: string): object {
  return {
    ...profile.fields,
    id: profile.id,
    name: profile.name,
    datecreated: writeWallClock(profile.datecreated, timezone),
    datemodified: writeWallClock(profile.datemodified, timezone),
    rules: byPosition(profile.rules).map((rule) => ruleRow(rule, timezone)),
  };
}
