import { expect, test } from 'vitest';
import { defineAction, itemCreate, itemView, playlistCreate, sessionCreate } from '../catalogue/index.js';
import { hash, integer, open } from '../index.js';
import { argumentsSchema, schemaOf } from './index.js';

test('a schema says what was expected', () => {
  const { error, success } = schemaOf(integer()).safeParse('5');
  expect(success).toBe(false);
  expect(error?.issues[0]?.message).toBe(`expected ${integer().expected}`);
});

test('the same type gives the same schema', () => {
  const type = hash();
  expect(schemaOf(type)).toBe(schemaOf(type));
});

test('the arguments of an action: known ones, of their types, null for unset', () => {
  const schema = argumentsSchema(itemView);
  expect(schema.parse({ item: ['Mn9mdVb-02mA'], archived: null, limit: 5 })).toEqual({
    item: ['Mn9mdVb-02mA'],
    archived: null,
    limit: 5,
  });
  expect(schema.safeParse({ limit: '5' }).error?.issues[0]?.path).toEqual(['limit']);
  expect(schema.safeParse({ limmit: 5 }).success).toBe(false);
});

test('required arguments must be there', () => {
  expect(argumentsSchema(sessionCreate).safeParse({ challenge: 'x' }).success).toBe(false);
  expect(argumentsSchema(itemCreate).safeParse({}).success).toBe(true);
  const own = defineAction({
    command: 'category',
    action: 'view',
    arguments: { category: { type: hash(), required: true } },
    output: open(),
  });
  expect(argumentsSchema(own).safeParse({ category: null }).success).toBe(false);
});

test('an action of open arguments takes others too', () => {
  expect(argumentsSchema(playlistCreate).safeParse({ colour: 'blue' }).success).toBe(true);
});
