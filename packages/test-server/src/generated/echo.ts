import { type DataType, isSecretName } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import { checkDate } from '../actions/check-date.js';
import { valueReader } from '../arguments/value-reader.js';
import { type ArgumentRole, type Fields, argumentRole, namedField } from '../resources/argument-role.js';
import { parts } from '../resources/comparable.js';
import type { ResourceCall } from '../resources/resource-options.js';
import { typeName } from '../resources/type-name.js';
import { wireValue } from '../resources/wire-value.js';
import { type Bounds, bounded } from './bounded.js';
import { draw } from './draw.js';
import { fits } from './fits.js';
import { generatedPart } from './generated-value.js';
import type { RowSource } from './row-source.js';

type Row = Record<string, unknown>;

const isListed = (type: DataType): boolean =>
  type.element !== undefined || typeName(type) === 'String, comma-separated';

/** What a field holds that equals what was given: of several values the one that falls to the row. */
function equal(type: DataType, field: string, given: unknown, source: RowSource): unknown {
  const values = parts(given);
  if (isListed(type)) {
    return values.map((value) =>
      type.element?.fields === undefined
        ? wireValue(type.element, value, source.timezone)
        : generatedPart(type.element, field, source, value),
    );
  }
  const at = draw(source.seed, source.entity, String(source.id), field, 'of').integer(0, values.length - 1);
  if (type.fields !== undefined) return generatedPart(type, field, source, values[at]);
  return wireValue(type, values[at], source.timezone);
}

function containing(type: DataType, value: unknown, sought: string): unknown {
  if (isListed(type)) return [sought, ...(value === null ? [] : parts(value))];
  const text = typeof value === 'string' ? value : '';
  if (text.toLowerCase().includes(sought.toLowerCase())) return text;
  return `${sought.slice(0, 1).toUpperCase()}${sought.slice(1)} ${text}`.trim();
}

function roleOf(name: string, { command, readOnly }: Action, fields: Fields): ArgumentRole {
  if (readOnly) return argumentRole(name, command, fields);
  if (name === command || name === 'id') return { kind: 'id' };
  const field = namedField(name, fields);
  return field === undefined ? { kind: 'other' } : { kind: 'equals', field };
}

/** An argument that no declaration knows is read by the type of the field that it names; as text where it names none. */
function readOpen(name: string, given: unknown, action: Action, fields: Fields, timezone: string): unknown {
  if (Object.hasOwn(action.arguments, name) || typeof given !== 'string') return given;
  const type = fields[namedField(name, fields) ?? ''];
  if (type === undefined) return given;
  return valueReader({ name: typeName(type), element: type.element })(given, { timezone }) ?? given;
}

/** What a row is made to agree with. */
export interface EchoSource {
  readonly fields: Fields;
  readonly call: ResourceCall;
  readonly action: Action;
  readonly source: RowSource;
  /** Whether nothing is declared of the row, so that whatever a write gives is shown. */
  readonly open: boolean;
}

/**
 * Lets a generated row agree with the request: a field that a filter names holds what is asked for, one
 * that a write gives holds what was given. What the field can't hold by its declaration changes nothing.
 */
export function echo(row: Readonly<Row>, { fields, call, action, source, open }: EchoSource): Row {
  const { timezone } = source;
  const out: Row = { ...row };
  const ranges = new Map<string, Bounds>();
  const put = (field: string, value: unknown): void => {
    const type = fields[field];
    if (type !== undefined && fits(type, value, timezone)) out[field] = value;
  };
  for (const [name, sent] of Object.entries(call.arguments)) {
    if (sent === null || sent === undefined || sent === '' || isSecretName(name)) continue;
    const given = readOpen(name, sent, action, fields, timezone);
    if (given instanceof Date) checkDate(name, given);
    const role = roleOf(name, action, fields);
    const type = 'field' in role ? fields[role.field] : undefined;
    if (!('field' in role) || type === undefined) {
      const shown = open || !Object.hasOwn(action.arguments, name);
      if (role.kind !== 'id' && !action.readOnly && shown) out[name] = wireValue(undefined, given, timezone);
    } else if (role.kind === 'equals') put(role.field, equal(type, role.field, given, source));
    else if (role.kind === 'contains') put(role.field, containing(type, out[role.field], String(given)));
    else ranges.set(role.field, { ...ranges.get(role.field), [role.kind]: given });
  }
  for (const [field, bounds] of ranges) {
    const type = fields[field];
    if (type !== undefined) put(field, bounded(type, out[field], bounds, source, field));
  }
  return out;
}
