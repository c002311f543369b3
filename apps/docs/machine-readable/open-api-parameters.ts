import type { JsonSchema } from '@streamone/core';
import type { CatalogueEntry, Evidence } from '@streamone/core/catalogue';
import { scalarOf } from './scalar-types.ts';
import { hash, timeZone } from '@streamone/core';

function parameter(name: string, evidence: Evidence, description: string, schema: JsonSchema, required = false) {
  return { name, in: 'query', required, description, schema, 'x-streamone-evidence': evidence };
}

const id = scalarOf(hash()).argument;
const zone = scalarOf(timeZone()).argument;
const ids = { style: 'form', explode: false };
const listOfIds = { type: 'array', minItems: 1, items: id };
const OWN =
  '`user` or `application`, whose key signs the request; `user` where it is left out. A request in a session has `application`.';
const APPLICATION = 'The ID of the application that signs, with its own key or in a session.';
const SESSION = 'The ID of the session in which a user acts through the application.';
const TOGETHER = 'Several joined by commas. Some actions do with none. It excludes `customer`.';

/** The parameters of the query string, by their names among the components. All but `signature`, which is a security scheme. */
export const parameters = {
  api: parameter('api', 'documented', 'Version of the API.', { type: 'integer', const: 3 }, true),
  format: parameter('format', 'documented', 'No other value is known.', { type: 'string', const: 'json' }, true),
  timestamp: parameter(
    'timestamp',
    'documented',
    'UNIX time in whole seconds, taken anew for each attempt. One that is too far from the clock of the server is refused with status 2; how far is not known.',
    { type: 'integer', minimum: 0 },
    true,
  ),
  timezone: parameter(
    'timezone',
    'documented',
    'The zone of dates that name none, and of the dates in the response; the zone of the actor unless given.',
    zone,
  ),
  authenticationType: parameter('authentication_type', 'documented', OWN, {
    type: 'string',
    enum: ['user', 'application'],
    default: 'user',
  }),
  authenticationTypeApplication: parameter(
    'authentication_type',
    'documented',
    'Only an application may call this action, or a session, which is an application’s too.',
    { type: 'string', const: 'application' },
    true,
  ),
  user: parameter('user', 'documented', 'The ID of the user whose own key signs.', id),
  application: parameter('application', 'documented', APPLICATION, id),
  applicationRequired: parameter('application', 'documented', APPLICATION, id, true),
  session: parameter('session', 'observed', SESSION, id),
  sessionRequired: parameter('session', 'observed', SESSION, id, true),
  account: parameter('account', 'observed', 'The ID of the account that is acted in.', id, true),
  accounts: {
    ...parameter('account', 'observed', 'The IDs of one or more accounts, joined by commas.', listOfIds, true),
    ...ids,
  },
  accountOptional: {
    ...parameter('account', 'observed', `The ID of the account that is acted in. ${TOGETHER}`, listOfIds),
    ...ids,
  },
  customer: parameter('customer', 'observed', 'The ID of the customer that is acted for. It excludes `account`.', id),
};

type ParameterName = keyof typeof parameters;

function scopeOf({ needs }: CatalogueEntry): readonly ParameterName[] {
  if (needs === 'account') return ['account'];
  return needs === 'accounts' ? ['accounts'] : ['accountOptional', 'customer'];
}

function actorOf({ actors }: CatalogueEntry): readonly ParameterName[] {
  if (!actors.includes('user')) {
    const type = ['authenticationTypeApplication', 'applicationRequired'] as const;
    if (!actors.includes('session')) return type;
    return [...type, actors.includes('application') ? 'session' : 'sessionRequired'];
  }
  const session = actors.includes('session');
  const application = session || actors.includes('application');
  return [
    'authenticationType',
    'user',
    ...(application ? ['application' as const] : []),
    ...(session ? ['session' as const] : []),
  ];
}

/** The parameters of one action, as references. */
export function parametersOf(action: CatalogueEntry): readonly { readonly $ref: string }[] {
  const names: readonly ParameterName[] = [
    'api',
    'format',
    ...actorOf(action),
    ...scopeOf(action),
    'timezone',
    'timestamp',
  ];
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}
