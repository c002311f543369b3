import type { DataType } from '@streamone/core';
import type { State } from '../state/state.js';
import { type Fields, fieldType } from './argument-role.js';
import type { OwnRecord } from './own-record.js';
import type { ResourceCall } from './resource-options.js';
import type { ResourceModel } from './resource-model.js';
import { wireValue } from './wire-value.js';

function accountOf(type: DataType, id: string, { accounts }: State): unknown {
  return type.fields === undefined ? id : { id, name: accounts.get(id)?.name ?? '' };
}

/**
 * A record as it is sent: the fields that the action declares, and those that no declaration knows.
 *
 * @param fields the fields of the row in the action's output; `undefined` where its output is open
 */
export function resourceRow(
  model: ResourceModel,
  record: OwnRecord,
  fields: Fields | undefined,
  call: ResourceCall,
): Readonly<Record<string, unknown>> {
  const shown = model.options.show === undefined ? record : { ...record, ...model.options.show(record, call) };
  const row: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(shown)) {
    const type = fieldType(fields ?? model.fields, name);
    // What the row has and this output lacks stays away; the account is shown where it is declared.
    const hidden = type === undefined && (name === 'account' || Object.hasOwn(model.fields, name));
    if (value === undefined || hidden) continue;
    row[name] =
      name === 'account' && typeof value === 'string' && type !== undefined
        ? accountOf(type, value, call.state)
        : wireValue(type, value, call.timezone);
  }
  return row;
}
