import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { openApi } from '../../machine-readable/open-api.ts';
import { sampleCalls } from '../../reference/sample-calls.ts';

/** The calls that are its examples. */
export const samples = await sampleCalls();

/** The document as a reader of the file has it. */
export const document = JSON.parse(JSON.stringify(openApi(samples))) as ReturnType<typeof openApi>;

/** Strict: an unknown keyword, a format or a reference that does not resolve is an error when a schema is compiled. */
export function createValidator(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  formats.default(ajv);
  return ajv.addVocabulary(['x-streamone-evidence']);
}

const ajv = createValidator();
// The document as a whole is no schema; only what its pointers lead to is.
ajv.addVocabulary(Object.keys(document)).addSchema(document, 'openapi.json');

const escaped = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

/** What validates by the schema that stands at a place of the document. */
export function validatorAt(...steps: readonly string[]): ValidateFunction {
  return ajv.compile({ $ref: `openapi.json#/${steps.map(escaped).join('/')}` });
}

const operation = (key: string): readonly string[] => ['paths', `/api/${key}`, 'post'];

/** What validates the responses of an action. */
export function responseValidator(key: string): ValidateFunction {
  return validatorAt(...operation(key), 'responses', '200', 'content', 'application/json', 'schema');
}

/** What validates the arguments of an action as the form has them. */
export function formValidator(key: string): ValidateFunction {
  return validatorAt(...operation(key), 'requestBody', 'content', 'application/x-www-form-urlencoded', 'schema');
}

/** Faults as one line each, so that a failed test says what is wrong. */
export function faultsOf(validate: ValidateFunction, value: unknown): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}
