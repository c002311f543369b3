import { arrayOf, defineAction, defineCommand, hash, object, open, text } from '../src/index.js';
import { resource } from '@streamone/test-server';

// What follows stands in the README of the test server as well; a test holds the two together.

const row = object('Category', { id: hash(), name: text() });
const of = { command: 'category', needs: 'account' } as const;
const one = { category: { type: hash(), required: true } } as const;
export const categoryCommand = defineCommand('category', {
  view: defineAction({ ...of, action: 'view', readOnly: true, paged: true, output: arrayOf(row) }),
  create: defineAction({ ...of, action: 'create', arguments: { name: text() }, output: row }),
  edit: defineAction({ ...of, action: 'edit', arguments: { ...one, name: text() }, output: row }),
  delete: defineAction({ ...of, action: 'delete', arguments: one, output: open() }),
});
export const categories = resource(categoryCommand, { rows: [{ name: 'News' }, { name: 'Sport' }] });
