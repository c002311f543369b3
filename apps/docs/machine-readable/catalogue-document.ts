import type { DataType } from '@streamone/core';
import { type CatalogueArgument, type CatalogueEntry, descriptions } from '@streamone/core/catalogue';
import { readSummaries } from '../reference/summaries.ts';
import { actions } from './actions.ts';
import { objectTypes } from './object-types.ts';
import { scalarTypes } from './scalar-types.ts';
import { statuses } from './statuses.ts';

const evidence = {
  documented: "the vendor's documentation says so",
  observed: 'an official SDK or a captured exchange shows it',
  inferred: 'deduced from these, and may be wrong',
};

function argumentOf({ type, required, description, evidence: mark, facts, ...rest }: CatalogueArgument) {
  return {
    type: type.name,
    required,
    ...('default' in rest && { default: rest.default }),
    ...(type.values && type.values.length > 0 && { known: type.values }),
    ...(type.bounds && { bounds: type.bounds }),
    description,
    evidence: mark,
    ...(Object.keys(facts).length > 0 && { facts }),
  };
}

function actionOf({ arguments: given, output, token, ...rest }: CatalogueEntry) {
  return {
    ...rest,
    token: token ?? null,
    arguments: Object.fromEntries(Object.entries(given).map(([name, each]) => [name, argumentOf(each)])),
    output: output.name,
  };
}

function typeOf([name, { fields = {} }]: readonly [string, DataType]) {
  const told = descriptions.types[name];
  const entries = Object.entries(fields).map(([field, type]) => [field, { type: type.name, ...told?.fields[field] }]);
  return [name, { description: told?.description, fields: Object.fromEntries(entries) as unknown }] as const;
}

/** The catalogue as plain data: its actions, the types that they name, and the statuses. */
export function catalogueDocument() {
  return {
    about:
      'What is known of version 3 of the API of the StreamOne video platform. Unofficial, not affiliated with the vendor.',
    evidence,
    commands: readSummaries(),
    actions: Object.fromEntries(actions.map(([key, action]) => [key, actionOf(action)])),
    scalars: Object.fromEntries(
      [...scalarTypes].map(([name, { description, evidence: mark }]) => [name, { description, evidence: mark }]),
    ),
    objects: Object.fromEntries([...objectTypes].map(typeOf)),
    statuses,
  };
}
