import type { JsonSchema } from '@streamone/core';
import type { CatalogueEntry } from '@streamone/core/catalogue';
import type { Definitions } from './definitions.ts';
import { examples } from './examples.ts';
import { outputSchema } from './output-schema.ts';
import { responseHeader } from './response-header.ts';

const status = (schema: JsonSchema): JsonSchema => ({ type: 'object', properties: { status: schema } });

function headerOf(definitions: Definitions): JsonSchema {
  return definitions.refer('ResponseHeader', () => responseHeader);
}

function failure(definitions: Definitions): JsonSchema {
  return definitions.refer('Failure', () => ({
    title: 'Failure',
    description: 'A response with a status other than 0. That its body is null is not certain.',
    type: 'object',
    required: ['header', 'body'],
    properties: {
      header: {
        allOf: [
          headerOf(definitions),
          definitions.refer('FailureStatus', () =>
            status({
              type: 'integer',
              not: { const: 0 },
              description: 'Which ones are known: `x-streamone-statuses`.',
            }),
          ),
        ],
      },
      body: {},
    },
  }));
}

function success(
  key: string,
  { output, evidence, facts, paged }: CatalogueEntry,
  definitions: Definitions,
): JsonSchema {
  const schema = outputSchema(output, definitions);
  const known = Object.keys(schema).length > 0;
  const ok = definitions.refer('SuccessStatus', () => status({ type: 'integer', const: 0 }));
  return {
    title: `${key}, answered`,
    type: 'object',
    required: ['header', 'body'],
    properties: {
      header: {
        allOf: [headerOf(definitions), ok],
        ...(paged && { description: 'Its `count` tells how many rows match in all.' }),
      },
      body: known
        ? { ...schema, 'x-streamone-evidence': facts['output'] ?? evidence }
        : { description: 'What the action answers is not known.' },
    },
  };
}

/** The header of the examples. */
const exampleHeader = { status: 0, statusmessage: 'OK', apiversion: 3, cacheable: false, timezone: 'Europe/Amsterdam' };

function successExample(key: string, { paged }: CatalogueEntry) {
  const example = examples[key];
  if (example?.body === undefined) return undefined;
  const header = paged ? { ...exampleHeader, count: 1 } : exampleHeader;
  return { summary: 'Made up, in the form that is known', value: { header, body: example.body } };
}

/** An example of a refusal, for all actions. */
export const refused = {
  summary: 'Refused, with HTTP 200',
  value: { header: { status: 4, statusmessage: 'Access denied', apiversion: 3, cacheable: false }, body: null },
};

/** What an action answers; `name` is that of its schema. */
export function responsesOf(key: string, name: string, action: CatalogueEntry, definitions: Definitions) {
  const answered = definitions.refer(name, () => success(key, action, definitions));
  const example = successExample(key, action);
  return {
    200: {
      description:
        'Every result, refusals included: `header.status` tells them apart (inferred: errors come with HTTP 200 too).',
      content: {
        'application/json': {
          schema: { oneOf: [answered, failure(definitions)] },
          examples: { ...(example && { success: example }), refused: { $ref: '#/components/examples/refused' } },
        },
      },
    },
  };
}
