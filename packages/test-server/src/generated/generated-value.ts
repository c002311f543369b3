import type { DataType } from '@streamone/core';
import { isNullable } from '../resources/type-name.js';
import { draw } from './draw.js';
import { fits } from './fits.js';
import { anyId } from './generated-ids.js';
import { generatedScalar } from './generated-scalar.js';
import type { RowSource } from './row-source.js';

/** One in five of what may be null is. */
const NULLS = 0.2;

function generatedList(element: DataType, field: string, source: RowSource): unknown[] {
  const length = draw(source.seed, source.entity, String(source.id), field, 'length').integer(1, 3);
  const values = Array.from({ length }, (_, index) =>
    generatedValue(element, field, { ...source, id: `${source.id}.${field}.${index}` }),
  );
  return values.filter((value) => value !== undefined);
}

/**
 * A part of a row. One with an ID of its own is a row of what its field is called: the same ID gives the same part.
 *
 * @param given its ID, where a request told it
 */
export function generatedPart(
  type: DataType,
  field: string,
  source: RowSource,
  given?: unknown,
): Record<string, unknown> {
  const idType = type.fields?.['id'];
  if (idType === undefined) return generatedFields(type, { ...source, entity: `${source.entity}.${field}` });
  const id = typeof given === 'string' || typeof given === 'number' ? given : anyId(source, field, idType);
  const part = generatedFields(type, { ...source, entity: field, id });
  const known = source.reference(field);
  if (known?.id !== id) return part;
  for (const [name, value] of Object.entries(known)) {
    const declared = type.fields?.[name];
    if (declared !== undefined && fits(declared, value, source.timezone)) part[name] = value;
  }
  return part;
}

/** The fields of a row, or of a part of one. */
export function generatedFields({ fields = {} }: DataType, source: RowSource): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [field, type] of Object.entries(fields)) {
    const value =
      field === 'id' && fits(type, source.id, source.timezone) ? source.id : generatedValue(type, field, source);
    if (value !== undefined) row[field] = value;
  }
  return row;
}

/** A value of a type for a field of a row, valid by the declaration; `undefined` where none can be found. */
export function generatedValue(type: DataType, field: string, source: RowSource): unknown {
  if (isNullable(type) && draw(source.seed, source.entity, String(source.id), field, 'null').next() < NULLS)
    return null;
  if (type.element !== undefined) return generatedList(type.element, field, source);
  return type.fields === undefined ? generatedScalar(type, field, source) : generatedPart(type, field, source);
}
