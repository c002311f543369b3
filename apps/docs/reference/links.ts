import type { DataType } from '@streamone/core';
import { describeStatus } from '@streamone/core/statuses';
import { code } from './markdown.ts';

/** A name as the anchor of a heading: `ITEM_NOT_FOUND` is `item-not-found`. */
export const anchor = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** The page of an action, by its key. */
export const actionLink = (key: string): string => `[${code(key)}](/reference/actions/${key})`;

/** A token, where it is explained. */
export const tokenLink = (token: string): string => `[${code(token)}](/reference/tokens#${anchor(token)})`;

/** A status, where it is explained. */
export function statusLink(status: number): string {
  const { name } = describeStatus(status);
  return `[${code(name)}](/reference/statuses#${anchor(name)})`;
}

/** The name of a data type, with the type of elements told apart, where it is explained. */
export function typeLink(type: DataType): string {
  if (type.element !== undefined) return `[Array](/reference/data-types#array) of ${typeLink(type.element)}`;
  if (type.fields !== undefined) return type.name;
  if (type.name === 'not known') return 'not known';
  const orNull = type.orNull === true ? ' or null' : '';
  const name = type.name.replace(/ or null$/, '');
  return `[${name}](/reference/data-types#${anchor(name)})${orNull}`;
}
