import { arrayOf, bool, dateTime, hash, integer, keywords, label, nullable, object, open, text } from '@streamone/core';
import { defineAction, defineCommand } from '@streamone/core/catalogue';

/** A category, as a team would declare it. */
export interface Category {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly tags: string[];
  readonly position: number;
  readonly active: boolean;
  readonly account: { readonly id: string; readonly name: string };
  readonly datecreated: Date;
  readonly datemodified: Date;
}

const category = object<Category>('Category', {
  id: hash(),
  name: text(),
  parent: nullable(hash()),
  kind: label('theme', 'series'),
  tags: keywords(),
  position: integer(),
  active: bool(),
  account: object<Category['account']>('CategoryAccount', { id: hash(), name: text() }),
  datecreated: dateTime(),
  datemodified: dateTime(),
});

const given = {
  name: text(),
  parent: hash(),
  kind: label('theme', 'series'),
  tags: keywords(),
  position: integer({ min: 0 }),
  isactive: bool(),
};
const one = { category: { type: hash(), required: true } } as const;
const common = { command: 'category', needs: 'accounts' } as const;

/** The command of the tests: the four actions of a resource, and one more. */
export const categoryCommand = defineCommand('category', {
  view: defineAction({
    ...common,
    action: 'view',
    readOnly: true,
    paged: true,
    arguments: {
      ...given,
      category: arrayOf(hash()),
      kind: arrayOf(label('theme', 'series')),
      searchname: text(),
      searchtags: text(),
      minposition: integer(),
      maxposition: integer(),
      mindatecreated: dateTime(),
      maxdatecreated: dateTime(),
      initial: text(),
      orderfield: label('name', 'created', 'position'),
      order: label('asc', 'desc'),
    },
    output: arrayOf(category),
  }),
  create: defineAction({
    ...common,
    action: 'create',
    arguments: { ...given, name: { type: text(), required: true } },
    output: category,
  }),
  edit: defineAction({ ...common, action: 'edit', arguments: { ...given, ...one }, output: category }),
  delete: defineAction({
    ...common,
    action: 'delete',
    arguments: { category: { type: arrayOf(hash()), required: true } },
    output: open(),
  }),
  merge: defineAction({ ...common, action: 'merge', arguments: { ...one, into: hash() }, output: category }),
});
