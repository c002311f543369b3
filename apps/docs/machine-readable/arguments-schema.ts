import type { JsonSchema } from '@streamone/core';
import type { CatalogueEntry } from '@streamone/core/catalogue';
import type { Definitions } from './definitions.ts';
import { type InputForm, inputSchema } from './input-schema.ts';

const number = { type: 'number', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

/** What a client takes for an argument that the catalogue does not know. */
const unknownArgument: JsonSchema = {
  title: 'UnknownArgument',
  description: 'An argument about which nothing is known: whatever can be sent faithfully.',
  anyOf: [
    { type: ['string', 'null'] },
    { type: 'boolean' },
    number,
    {
      type: 'array',
      minItems: 1,
      items: { anyOf: [{ type: 'string', pattern: '^[^,]*$' }, { type: 'boolean' }, number] },
    },
  ],
};

function furtherArguments(form: InputForm, definitions: Definitions): JsonSchema {
  return {
    additionalProperties:
      form === 'form' ? { type: 'string' } : definitions.refer('UnknownArgument', () => unknownArgument),
    // PHP's form parser would rename these.
    propertyNames: { type: 'string', pattern: '^[^. \\[\\u0000]+$' },
  };
}

/** The arguments of an action as one object; closed, unless the action may have more than the catalogue knows. */
export function argumentsSchema(action: CatalogueEntry, form: InputForm, definitions: Definitions): JsonSchema {
  const entries = Object.entries(action.arguments);
  const required = entries.filter(([, argument]) => argument.required).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, each]) => [name, inputSchema(each, form, definitions)])),
    ...(required.length > 0 && { required }),
    ...(action.openArguments ? furtherArguments(form, definitions) : { additionalProperties: false }),
  };
}
