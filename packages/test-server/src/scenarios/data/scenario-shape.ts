import type { FieldType, Json } from '../../state/json/field-type.js';
import { objectOf } from '../../state/json/nested-types.js';
import { type ObjectShape, objectSchema } from '../../state/json/object-schema.js';
import { recordKinds, recordTypes } from '../../state/json/record-types.js';
import { refuse } from '../../state/json/refuse.js';
import { secretText, text } from '../../state/json/simple-types.js';
import type { RecordKind } from '../../state/record-kinds.js';
import type { ScenarioWho } from './scenario-data.js';

/** What lives too short to stand in a file, or comes with an upload. */
const PASSING: ReadonlySet<RecordKind> = new Set(['uploadtokens', 'files', 'challenges', 'sessions']);

/** The kinds of records of a scenario, in the order in which they are added. */
export const scenarioKinds: readonly RecordKind[] = recordKinds.filter((kind) => !PASSING.has(kind));

/** Records of a kind, each still to be read. */
function records(kind: RecordKind): FieldType<readonly Json[]> {
  return {
    schema: { type: 'array', items: { $ref: `#/$defs/${kind}` } },
    read: (given, path) => (Array.isArray(given) ? given : refuse(path, { expected: `a list of ${kind}`, given })),
    write: (value) => value,
  };
}

type Login = NonNullable<ScenarioWho['login']>;

const nameAndPassword = objectOf<Exclude<Login, string>>(
  { username: text, password: secretText },
  ['username', 'password'],
  true,
);

const login: FieldType<Login> = {
  schema: { anyOf: [text.schema, nameAndPassword.schema] },
  read: (given, path, reading) => (typeof given === 'string' ? given : nameAndPassword.read(given, path, reading)),
  write: (value) => (typeof value === 'string' ? value : nameAndPassword.write(value)),
};

/** Who and what a scenario's credentials are. */
export const credentialsType: FieldType<ScenarioWho> = objectOf<ScenarioWho>(
  { user: text, application: text, login, account: text, customer: text },
  [],
);

/** The fields of a scenario. */
export const scenarioShape: ObjectShape = {
  types: {
    $schema: text,
    extends: text,
    ...Object.fromEntries(scenarioKinds.map((kind) => [kind, records(kind)])),
    credentials: credentialsType,
  },
  required: [],
};

/** What a password may be in a scenario, besides what the state takes. */
const plainPassword: Json = { type: 'string', description: 'In plain text; it is hashed when the server starts.' };

function recordSchema(kind: RecordKind): Json {
  const schema = objectSchema(recordTypes[kind]);
  if (kind !== 'users') return schema;
  const { properties = {} } = schema;
  const { password } = recordTypes.users.types;
  return { ...schema, properties: { ...Object(properties), password: { anyOf: [plainPassword, password.schema] } } };
}

/** The JSON Schema of scenario files. */
export function scenarioSchema(): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A scenario of the StreamOne test server (unofficial)',
    ...objectSchema(scenarioShape),
    $defs: Object.fromEntries(scenarioKinds.map((kind) => [kind, recordSchema(kind)])),
  };
}
