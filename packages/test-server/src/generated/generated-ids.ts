import type { DataType } from '@streamone/core';
import { typeName } from '../resources/type-name.js';
import { draw } from './draw.js';
import type { RowSource } from './row-source.js';

/** How many rows a generated list has: three pages of the usual size, the last one short. */
const ROWS = 57;

/** The ID at a place in the generated list of an entity: a number where IDs are numbers, else 12 characters. */
function idAt(seed: number, entity: string, index: number, type: DataType | undefined): string | number {
  if (type !== undefined && typeName(type) === 'Integer') return 1001 + index;
  // The place stands in the ID, so that no two are alike.
  return draw(seed, entity, 'id', String(index)).id().slice(0, 10) + index.toString(36).padStart(2, '0');
}

/** The IDs of the generated list of an entity. @param type the type of its IDs, where it is declared */
export function generatedIds(seed: number, entity: string, type: DataType | undefined): readonly (string | number)[] {
  return Array.from({ length: ROWS }, (_, index) => idAt(seed, entity, index, type));
}

/** The ID that a field of a row holds: of a record that is really there, else of the list of what the field is called. */
export function anyId(
  { reference, seed, entity, id }: RowSource,
  field: string,
  type: DataType | undefined,
): string | number {
  const at = draw(seed, entity, String(id), field, 'at').integer(0, ROWS - 1);
  return reference(field)?.id ?? idAt(seed, field, at, type);
}
