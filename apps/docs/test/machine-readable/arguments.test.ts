import { type JsonSchema } from '@streamone/core';
import { catalogue } from '@streamone/core/catalogue';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../machine-readable/json-schemas.ts';
import { argumentsFor } from './argument-values.ts';
import { sender } from './sender.ts';
import { createValidator, document, faultsOf, formValidator } from './validator.ts';
import { lookUp } from './walk.ts';

const schemas = jsonSchemas();
const entries = Object.entries(catalogue).flatMap(([key, entry]) => (entry === undefined ? [] : [{ key, entry }]));

function resolved(schema: unknown): JsonSchema {
  const own = (schema ?? {}) as JsonSchema;
  const { $ref, anyOf } = own;
  if (typeof $ref === 'string') return resolved(lookUp(document, $ref));
  return Array.isArray(anyOf) ? resolved(anyOf[0]) : own;
}

/** A form as a reader of the document takes it: lists split at their commas, numbers as numbers. */
function readForm(key: string, body: string): Readonly<Record<string, unknown>> {
  const { schema, encoding = {} } =
    document.paths[`/api/${key}`]?.post.requestBody?.content['application/x-www-form-urlencoded'] ?? {};
  const properties = (schema?.['properties'] ?? {}) as Readonly<Record<string, unknown>>;
  const read = ([name, value]: [string, string]): [string, unknown] => {
    if (value === '') return [name, value];
    if (name in encoding) return [name, value.split(',')];
    return [name, resolved(properties[name])['type'] === 'integer' ? Number(value) : value];
  };
  return Object.fromEntries([...new URLSearchParams(body)].map(read));
}

describe.each(entries)('$key', ({ key, entry }) => {
  const validate = createValidator().compile(
    JSON.parse(JSON.stringify(schemas.get(`${key}.arguments.json`))) as object,
  );
  const send = sender(key);
  const takesAny = entry.openArguments || Object.keys(entry.arguments).length > 0;
  const validateForm = takesAny ? formValidator(key) : undefined;

  test('the schema takes what the client sends, and nothing else; what is sent suits the document', async () => {
    await fc.assert(
      fc.asyncProperty(argumentsFor(entry), async (given) => {
        const body = await send(given);
        expect({ given, accepted: validate(given) }).toEqual({ given, accepted: body !== undefined });
        if (body === undefined) return;
        if (validateForm === undefined) expect(body).toBe('');
        else expect(faultsOf(validateForm, readForm(key, body))).toEqual([]);
      }),
      { numRuns: Object.keys(entry.arguments).length > 8 ? 150 : 60 },
    );
  });
});

test('what the schema does not know: how many days a month has', async () => {
  const validate = createValidator().compile(
    JSON.parse(JSON.stringify(schemas.get('item/view.arguments.json'))) as object,
  );
  const given = { mindatecreated: '2014-02-30 00:00:00' };
  expect(validate(given)).toBe(true);
  expect(await sender('item/view')(given)).toBeUndefined();
});
