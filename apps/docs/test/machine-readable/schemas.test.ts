import { catalogue } from '@streamone/core/catalogue';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../machine-readable/json-schemas.ts';
import { objectTypes } from '../../machine-readable/object-types.ts';
import { scalarTypes } from '../../machine-readable/scalar-types.ts';
import { createValidator, faultsOf, samples } from './validator.ts';
import { lookUp, nodesOf } from './walk.ts';

const schemas = new Map(
  [...jsonSchemas()].map(([path, schema]) => [path, JSON.parse(JSON.stringify(schema)) as object]),
);

const ajv = createValidator();

function compiled(path: string) {
  return ajv.compile(schemas.get(path) ?? false);
}

test.each([...schemas])('%s compiles by itself, strictly', (path, schema) => {
  expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  expect(compiled(path)).toBeInstanceOf(Function);
  for (const { value } of nodesOf(schema)) {
    if (typeof value['$ref'] === 'string') expect(lookUp(schema, value['$ref'])).toBeDefined();
  }
});

test('there are two for each action and each scalar, one for each object, and one for the envelope', () => {
  const count = 2 * Object.keys(catalogue).length + 2 * scalarTypes.size + objectTypes.size + 1;
  expect(schemas.size).toBe(count);
});

test.each([...samples])('the example of %s suits these schemas too', (key, { arguments: given, response }) => {
  // As JSON has them: a date as a wall clock.
  const plain = JSON.parse(JSON.stringify(given), (_name, value: unknown) =>
    typeof value === 'string' ? value.replace(/^(\d{4}-\d\d-\d\d)T(.{8})\.\d{3}Z$/, '$1 $2@UTC') : value,
  ) as unknown;
  expect(faultsOf(compiled(`${key}.arguments.json`), plain)).toEqual([]);
  expect(faultsOf(compiled(`${key}.output.json`), response.body)).toEqual([]);
});

test('what is wrong is refused', () => {
  const view = compiled('item/view.arguments.json');
  expect(faultsOf(view, { limit: '5' })).toEqual(['/limit must be integer,null']);
  expect(faultsOf(view, { limmit: 5 })).toEqual([' must NOT have additional properties']);
  expect(faultsOf(compiled('session/create.arguments.json'), { challenge: 'x' })).toEqual([
    " must have required property 'response'",
  ]);
  const item = compiled('types/item.output.json');
  expect(faultsOf(item, { title: 5 })).toEqual(['/title must be string']);
  expect(faultsOf(item, { title: 'News', somethingnew: true })).toEqual([]);
  expect(faultsOf(compiled('response.json'), { header: { status: 0 }, body: null })).toEqual([
    "/header must have required property 'statusmessage'",
  ]);
});
