import type { CatalogueEntry } from '@streamone/core/catalogue';
import type { ExampleArguments, ExampleValue } from '../reference/examples.ts';
import type { SampleCall } from '../reference/sample-call.ts';
import { argumentsSchema } from './arguments-schema.ts';
import type { Definitions } from './definitions.ts';
import { parametersOf } from './open-api-parameters.ts';
import { responsesOf } from './open-api-responses.ts';
import { securityOf } from './open-api-security.ts';
import { listedStatus } from './statuses.ts';

const FORM = 'application/x-www-form-urlencoded';

/** An action with a call of it. */
export interface SampledAction {
  readonly key: string;
  readonly action: CatalogueEntry;
  readonly sample: SampleCall | undefined;
}

function field(value: ExampleValue): unknown {
  if (typeof value === 'boolean') return String(Number(value));
  if (value instanceof Date) return `${value.toISOString().slice(0, 19).replace('T', ' ')}@UTC`;
  return value ?? '';
}

/** The example's arguments as the form has them: lists as lists, which the encoding joins, but keywords as one text. */
function formExample(given: ExampleArguments, lists: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  const fields = Object.entries(given).map(([name, value]) => {
    const isText = Array.isArray(value) && !lists.has(name);
    return [name, isText ? value.join(',') : field(value)] as const;
  });
  return Object.fromEntries(fields);
}

function requestBodyOf({ action, sample }: SampledAction, definitions: Definitions) {
  const entries = Object.entries(action.arguments);
  if (entries.length === 0 && !action.openArguments) return undefined;
  const lists = entries.filter(([, { type }]) => type.element !== undefined).map(([name]) => name);
  const given = entries.length === 0 ? undefined : sample?.arguments;
  return {
    description: action.openArguments
      ? 'The arguments. The action may have more than are known.'
      : 'The arguments. One that the action does not have is refused with status 6 (inferred).',
    required: entries.some(([, { required }]) => required),
    content: {
      [FORM]: {
        schema: argumentsSchema(action, 'form', definitions),
        ...(lists.length > 0 && {
          encoding: Object.fromEntries(lists.map((name) => [name, { style: 'form', explode: false }])),
        }),
        ...(given && { example: formExample(given, new Set(lists)) }),
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
export function operationOf(sampled: SampledAction, definitions: Definitions) {
  const { action } = sampled;
  const id = operationId(action);
  const requestBody = requestBodyOf(sampled, definitions);
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
    responses: responsesOf(sampled, `${id.charAt(0).toUpperCase()}${id.slice(1)}Answer`, definitions),
    ...factsOf(action),
  };
}
