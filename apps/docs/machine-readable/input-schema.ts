import type { DataType, JsonSchema } from '@streamone/core';
import type { CatalogueArgument } from '@streamone/core/catalogue';
import type { Definitions } from './definitions.ts';
import { scalarOf } from './scalar-types.ts';

/**
 * Two forms of an argument: the JSON value that a client is given (`true`, a list, `null` to unset), and the
 * field of the form that is sent (`1`, elements to be joined by commas, an empty text to unset).
 */
export type InputForm = 'argument' | 'form';

/** Names of the form's schemas stand beside those of responses, in one document. */
const named: Readonly<Record<InputForm, (name: string) => string>> = {
  argument: (name) => name,
  form: (name) => `${name}Argument`,
};

function scalarSchema(type: DataType, form: InputForm, definitions: Definitions): JsonSchema {
  const scalar = scalarOf(type);
  const plain = form === 'form' ? (scalar.form ?? scalar.argument) : scalar.argument;
  const { min, max } = type.bounds ?? {};
  const bounds = { ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) };
  if (scalar.inline) return { ...plain, ...bounds };
  const { schema, description, evidence } = scalar;
  const reference = definitions.refer(named[form](schema), () => ({
    title: schema,
    description,
    ...plain,
    'x-streamone-evidence': evidence,
  }));
  return type.values !== undefined && type.values.length > 0 ? { ...reference, examples: type.values } : reference;
}

function valueSchema(type: DataType, form: InputForm, definitions: Definitions): JsonSchema {
  const { element } = type;
  if (element === undefined) return scalarSchema(type, form, definitions);
  const items = scalarSchema(element, form, definitions);
  return {
    type: 'array',
    minItems: 1,
    items: scalarOf(element).comma ? { ...items, pattern: '^[^,]+$' } : items,
  };
}

function orUnset(schema: JsonSchema, type: DataType, form: InputForm, definitions: Definitions): JsonSchema {
  if (form === 'form') {
    if (type.element === undefined && scalarOf(type).emptyIsText) return schema;
    const unset = definitions.refer('Unset', () => ({
      title: 'Unset',
      description: 'Sent empty: unsets the argument, which is not the same as leaving it out.',
      const: '',
      'x-streamone-evidence': 'documented',
    }));
    return { anyOf: [schema, unset] };
  }
  return typeof schema['type'] === 'string' && !('items' in schema)
    ? { ...schema, type: [schema['type'], 'null'] }
    : { anyOf: [schema, { type: 'null' }] };
}

function defaultOf({ default: initially }: CatalogueArgument, form: InputForm): unknown {
  return form === 'form' && typeof initially === 'boolean' ? String(Number(initially)) : initially;
}

/** What an argument may be, with what is told about it. */
export function inputSchema(given: CatalogueArgument, form: InputForm, definitions: Definitions): JsonSchema {
  const { type, required, description, evidence } = given;
  const value = valueSchema(type, form, definitions);
  return {
    ...(required ? value : orUnset(value, type, form, definitions)),
    description,
    ...('default' in given && { default: defaultOf(given, form) }),
    'x-streamone-evidence': evidence,
  };
}
