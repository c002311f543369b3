import type { CatalogueEntry } from '@streamone/core/catalogue';
import { argumentsSchema } from './arguments-schema.ts';
import type { Definitions } from './definitions.ts';
import { type ActionExample, examples } from './examples.ts';
import { parametersOf } from './open-api-parameters.ts';
import { responsesOf } from './open-api-responses.ts';
import { securityOf } from './open-api-security.ts';
import { listedStatus } from './statuses.ts';

const FORM = 'application/x-www-form-urlencoded';

const field = (value: unknown): unknown => (typeof value === 'boolean' ? String(Number(value)) : (value ?? ''));

/** The example's arguments as the form has them. */
function formExample(given: NonNullable<ActionExample['arguments']>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, field(value)]));
}

function requestBodyOf(key: string, action: CatalogueEntry, definitions: Definitions) {
  const entries = Object.entries(action.arguments);
  if (entries.length === 0 && !action.openArguments) return undefined;
  const lists = entries.filter(([, { type }]) => type.element !== undefined);
  const given = examples[key]?.arguments;
  return {
    description: action.openArguments
      ? 'The arguments. The action may have more than are known.'
      : 'The arguments. One that the action does not have is refused with status 6 (inferred).',
    required: entries.some(([, { required }]) => required),
    content: {
      [FORM]: {
        schema: argumentsSchema(action, 'form', definitions),
        ...(lists.length > 0 && {
          encoding: Object.fromEntries(lists.map(([name]) => [name, { style: 'form', explode: false }])),
        }),
        ...(given && { example: formExample(given) }),
      },
    },
  };
}

function factsOf({ needs, actors, token, facts, readOnly, paged, evidence, errors, openArguments }: CatalogueEntry) {
  return {
    'x-streamone-evidence': evidence,
    ...(Object.keys(facts).length > 0 && { 'x-streamone-facts': facts }),
    'x-streamone-read-only': readOnly,
    'x-streamone-paged': paged,
    // Not a fact of the action: each response's header says whether it may be kept, and that of a write is never taken.
    'x-streamone-cacheable': readOnly ? 'by-header' : 'never',
    'x-streamone-needs': needs,
    'x-streamone-actors': actors,
    'x-streamone-token': token ?? null,
    'x-streamone-open-arguments': openArguments,
    'x-streamone-errors': errors.map((code) => {
      const { name, kind, meaning } = listedStatus(code);
      return { code, name, kind, meaning, 'x-streamone-evidence': facts['errors'] ?? evidence };
    }),
  };
}

/** The name of an operation, in lower camel case, as `itemView`. */
function operationId({ command, action }: CatalogueEntry): string {
  return command + action.charAt(0).toUpperCase() + action.slice(1);
}

/** One action as an operation. */
export function operationOf(key: string, action: CatalogueEntry, definitions: Definitions) {
  const id = operationId(action);
  const requestBody = requestBodyOf(key, action, definitions);
  const kind = action.readOnly ? 'Reads: may be repeated after a failure.' : 'Writes: not to be repeated blindly.';
  const token = action.token === undefined ? '' : ` Needs the token \`${action.token}\`.`;
  return {
    operationId: id,
    tags: [action.command],
    summary: action.description
      .split(/(?<=\.)\s/)[0]
      ?.replace(/\s+/g, ' ')
      .replace(/\.$/, ''),
    description: `${action.description.replace(/\s+/g, ' ')} ${kind}${token}`,
    security: securityOf(action),
    parameters: parametersOf(action),
    ...(requestBody && { requestBody }),
    responses: responsesOf(key, `${id.charAt(0).toUpperCase()}${id.slice(1)}Answer`, action, definitions),
    ...factsOf(action),
  };
}
