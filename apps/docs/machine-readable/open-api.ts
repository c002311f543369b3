import type { SampleCalls } from '../reference/sample-calls.ts';
import { readSummaries } from '../reference/summaries.ts';
import { actions } from './actions.ts';
import { createDefinitions } from './definitions.ts';
import { introduction } from './introduction.ts';
import { operationOf } from './open-api-operation.ts';
import { parameters } from './open-api-parameters.ts';
import { refused } from './open-api-responses.ts';
import { securitySchemes } from './open-api-security.ts';
import { statuses } from './statuses.ts';

/**
 * The catalogue as an OpenAPI document, version 3.1.
 *
 * @param samples the examples in it
 */
export function openApi(samples: SampleCalls) {
  const definitions = createDefinitions('#/components/schemas/');
  const paths = Object.fromEntries(
    actions.map(([key, action]) => [
      `/api/${key}`,
      { post: operationOf({ key, action, sample: samples.get(key) }, definitions) },
    ]),
  );
  const summaries = readSummaries();
  const commands = [...new Set(actions.map(([, { command }]) => command))];
  return {
    openapi: '3.1.0',
    info: {
      title: 'StreamOne API (unofficial description)',
      version: '3',
      summary: 'What is known of version 3 of the HTTP API of the StreamOne video platform.',
      description: introduction,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [
      { url: 'https://api.streamonecloud.net', description: 'The platform.', 'x-streamone-evidence': 'observed' },
      {
        url: 'http://127.0.0.1:{port}',
        description: 'The test server of the toolkit, started with `streamone-test-server --port 8080`.',
        variables: { port: { default: '8080' } },
      },
    ],
    tags: commands.map((name) => ({ name, description: summaries[name] })),
    paths,
    components: {
      schemas: definitions.all(),
      parameters,
      examples: { refused },
      securitySchemes,
    },
    'x-streamone-statuses': statuses,
  };
}
