import type { DataType, JsonSchema } from '@streamone/core';
import type { CatalogueEntry } from '@streamone/core/catalogue';
import { argumentsSchema } from './arguments-schema.ts';
import { type Definitions, createDefinitions } from './definitions.ts';
import { actions } from './actions.ts';
import { objectTypes } from './object-types.ts';
import { outputSchema } from './output-schema.ts';
import { responseHeader } from './response-header.ts';
import type { ScalarType } from './scalar-type.ts';
import { scalarTypes } from './scalar-types.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** A file of its own: what it refers to stands in it, so that one file is enough. */
function schemaFile(title: string, make: (definitions: Definitions) => JsonSchema): JsonSchema {
  const definitions = createDefinitions('#/$defs/');
  const schema = make(definitions);
  const all = definitions.all();
  return { $schema: DIALECT, title, ...schema, ...(Object.keys(all).length > 0 && { $defs: all }) };
}

function argumentsFile(key: string, action: CatalogueEntry): JsonSchema {
  const more = action.openArguments ? ' It may have arguments that are not known.' : '';
  return schemaFile(`Arguments of ${key}`, (definitions) => ({
    description: `What the action takes, as JSON values: null unsets an argument.${more}`,
    ...argumentsSchema(action, 'argument', definitions),
    'x-streamone-evidence': action.evidence,
  }));
}

function outputFile(key: string, { output, evidence, facts }: CatalogueEntry): JsonSchema {
  return schemaFile(`Output of ${key}`, (definitions) => {
    const schema = outputSchema(output, definitions);
    if (Object.keys(schema).length === 0) return { description: 'What the action answers is not known.' };
    return {
      description: 'The body of a response of status 0, as it is sent.',
      ...schema,
      'x-streamone-evidence': facts['output'] ?? evidence,
    };
  });
}

const kebab = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

function scalarFiles({ schema: title, type, argument, description, evidence }: ScalarType): [string, JsonSchema][] {
  const told = { description, 'x-streamone-evidence': evidence };
  const path = `types/${kebab(title)}`;
  return [
    [`${path}.argument.json`, schemaFile(`${title}, in a request`, () => ({ ...told, ...argument }))],
    [`${path}.output.json`, schemaFile(`${title}, in a response`, () => ({ ...told, ...type.jsonSchema }))],
  ];
}

function objectFile(name: string, type: DataType): [string, JsonSchema] {
  return [`types/${kebab(name)}.output.json`, schemaFile(name, (definitions) => outputSchema(type, definitions))];
}

/** The envelope of every response. */
const responseFile = schemaFile('A response', () => ({
  type: 'object',
  required: ['header', 'body'],
  properties: {
    header: responseHeader,
    body: { description: 'For status 0 the output of the action; otherwise what it holds is not known.' },
  },
}));

/** Every JSON Schema by its path below `schemas/`: arguments and output of each action, each data type, the envelope. */
export function jsonSchemas(): ReadonlyMap<string, JsonSchema> {
  return new Map<string, JsonSchema>([
    ...actions.flatMap(([key, action]): [string, JsonSchema][] => [
      [`${key}.arguments.json`, argumentsFile(key, action)],
      [`${key}.output.json`, outputFile(key, action)],
    ]),
    ...[...scalarTypes.values()].flatMap(scalarFiles),
    ...[...objectTypes].map(([name, type]) => objectFile(name, type)),
    ['response.json', responseFile],
  ]);
}
