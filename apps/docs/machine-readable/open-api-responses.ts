import type { JsonSchema } from '@streamone/core';
import type { CatalogueEntry } from '@streamone/core/catalogue';
import type { Definitions } from './definitions.ts';
import type { SampledAction } from './open-api-operation.ts';
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

const isKnown = ({ output }: CatalogueEntry): boolean => output.name !== 'not known';

function success({ key, action }: SampledAction, definitions: Definitions): JsonSchema {
  const { output, evidence, facts, paged } = action;
  const schema = outputSchema(output, definitions);
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
      body: isKnown(action)
        ? { ...schema, 'x-streamone-evidence': facts['output'] ?? evidence }
        : { description: 'What the action answers is not known.' },
    },
  };
}

function successExample({ action, sample }: SampledAction) {
  // Of an object whose fields are not known, what the test server has in it is its own.
  const { fields } = action.output;
  const hasForm = isKnown(action) && (fields === undefined || Object.keys(fields).length > 0);
  if (sample === undefined || !hasForm) return undefined;
  const first = sample.rows === undefined || sample.rows < 2 ? '' : `, the first of its ${sample.rows} rows`;
  return {
    summary: `What the test server answers${first}: made up, in the form that is known`,
    value: sample.response,
  };
}

/** An example of a refusal, for all actions. */
export const refused = {
  summary: 'Refused, with HTTP 200',
  value: { header: { status: 4, statusmessage: 'Access denied', apiversion: 3, cacheable: false }, body: null },
};

/** What an action answers; `name` is that of its schema. */
export function responsesOf(sampled: SampledAction, name: string, definitions: Definitions) {
  const answered = definitions.refer(name, () => success(sampled, definitions));
  const example = successExample(sampled);
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
