import type { DataType } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import { checkDate } from '../actions/check-date.js';
import { inputError } from '../answer/input-error.js';
import { valueReader } from '../arguments/value-reader.js';
import { namedField } from './argument-role.js';
import { emptyValue } from './empty-value.js';
import type { ResourceCall } from './resource-options.js';
import type { ResourceModel } from './resource-model.js';
import { typeName } from './type-name.js';

/** What an empty argument makes of a field. */
function unset(name: string, type: DataType, byDefault: unknown): unknown {
  const value = byDefault ?? emptyValue(type);
  if (value !== undefined) return value;
  throw inputError(name, `The argument "${name}" can't be empty: a row always has one.`, { expected: type.name });
}

/** An argument that no declaration knows is text, and is read by the type of its field. */
function readByField(name: string, type: DataType, text: string, timezone: string): unknown {
  const { element, bounds } = type;
  const value = valueReader({ name: typeName(type), element, bounds })(text, { timezone });
  if (value !== undefined) return value;
  throw inputError(name, `The argument "${name}" is malformed.`, { expected: type.name, received: text });
}

/** A list as text, a text as list, a number as text, where the argument is declared as the one and the field as the other. */
function fitted(type: DataType, value: unknown): unknown {
  const list = type.element !== undefined || typeName(type) === 'String, comma-separated';
  if (list && typeof value === 'string') return value.split(',');
  if (typeName(type) !== 'String') return value;
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'number' ? String(value) : value;
}

/**
 * The fields of a record that a request gives: an argument is the field of its name. An empty one
 * makes the field null, or empty where it can't be null; one that no field has the name of is passed
 * over, but kept as text where the action's arguments are open (inferred).
 *
 * @throws Refusal with 6 for a value that the field can't hold.
 */
export function givenFields(
  model: ResourceModel,
  action: Action,
  call: ResourceCall,
): Readonly<Record<string, unknown>> {
  const { command, fields, options } = model;
  const out: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(call.arguments)) {
    if (name === command || name === 'id' || name === 'account' || given === undefined) continue;
    const declared = Object.hasOwn(action.arguments, name);
    const field = namedField(name, fields);
    const type = field === undefined ? undefined : fields[field];
    if (field === undefined || type === undefined) {
      if (!declared) out[name] = given === '' ? undefined : given;
      continue;
    }
    if (given === null || given === '') out[field] = unset(name, type, options.defaults?.[field]);
    else if (!declared && typeof given === 'string') out[field] = readByField(name, type, given, call.timezone);
    else out[field] = fitted(type, given);
    const value = out[field];
    if (value instanceof Date) checkDate(name, value);
  }
  return out;
}
