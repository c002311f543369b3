import fc from 'fast-check';
import {
  type DataType,
  arrayOf,
  bool,
  dateTime,
  duration,
  hash,
  integer,
  ipMask,
  keywords,
  label,
  nullable,
  object,
  open,
  text,
  timeZone,
  url,
} from '@streamone/core';
import { type Action, defineAction } from '@streamone/core/catalogue';

const scalars: readonly DataType<never>[] = [
  hash(),
  text(),
  label('red', 'green'),
  label(),
  url(),
  bool(),
  integer(),
  integer({ min: 5, max: 6 }),
  integer({ max: -3 }),
  duration(),
  dateTime(),
  timeZone(),
  ipMask(),
  keywords(),
  open(),
  // A type of somebody's own, by a name that means something else here.
  { ...bool(), name: 'String' },
  { ...integer(), name: 'Colour' },
];

const names = [
  'id',
  'name',
  'title',
  'account',
  'user',
  'customer',
  'parent',
  'category',
  'datecreated',
  'length',
  'toString',
];

/** Any type of a field, as deep as declarations go. */
export const types: fc.Arbitrary<DataType<never>> = fc.letrec<{ type: DataType<never> }>((tie) => ({
  type: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...scalars),
    tie('type').map((type) => nullable(type)),
    tie('type').map((type) => arrayOf(type)),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...names), tie('type')), { selector: ([name]) => name, maxLength: 5 })
      .map((fields) => object<object>('Part', Object.fromEntries(fields))),
  ),
})).type;

/** Rows with an ID, and any fields beside it. */
export const rowTypes: fc.Arbitrary<DataType<never>> = fc
  .tuple(
    fc.constantFrom<DataType<never>>(hash(), text(), integer()),
    fc.uniqueArray(fc.tuple(fc.constantFrom(...names.slice(1)), types), { selector: ([name]) => name, maxLength: 6 }),
  )
  .map(([id, fields]) => object<object>('Row', { id, ...Object.fromEntries(fields) }));

/** The view of a command that has these rows. */
export function viewOf(row: DataType<never>): Action {
  return defineAction({
    command: 'thing',
    action: 'view',
    needs: 'accounts',
    openArguments: true,
    readOnly: true,
    paged: true,
    output: arrayOf(row),
  });
}
