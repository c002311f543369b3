import { refuse } from '../../state/json/refuse.js';
import type { RecordKind, RecordKinds } from '../../state/record-kinds.js';
import type { RecordCollections } from '../../state/state.js';
import type { ScenarioCredentials } from '../credentials.js';
import { findByName, namesOf } from './find-by-name.js';
import { refuseMissing } from './refuse-missing.js';
import type { ScenarioWho } from './scenario-data.js';

/** What there is to find the credentials in. */
export interface CredentialsWorld {
  readonly state: RecordCollections;
  /** Those of the scenario that this one extends. */
  readonly base?: ScenarioCredentials | undefined;
  /** Passwords in plain text, by username. */
  readonly passwords?: ReadonlyMap<string, string> | undefined;
  /** Where the credentials stand, for errors. */
  readonly path: string;
}

type Named = Exclude<keyof ScenarioWho, 'login'>;

const kinds = {
  user: 'users',
  application: 'applications',
  account: 'accounts',
  customer: 'customers',
} as const satisfies Readonly<Record<Named, RecordKind>>;

/** Finds a record that the credentials name: the only one of its kind, where they name none. */
function find<Kind extends RecordKind>(
  kind: Kind,
  given: string | undefined,
  path: string,
  state: RecordCollections,
): RecordKinds[Kind] {
  const found = given === undefined ? undefined : findByName(state, kind, given);
  const record = found === undefined ? undefined : state[kind].get(found);
  if (record !== undefined) return record;
  const [only, ...more] = given === undefined ? state[kind] : [];
  if (only !== undefined && more.length === 0) return only;
  return refuseMissing(kind, given, namesOf(state, kind), path);
}

/**
 * Reads the credentials of a scenario. What is not told comes from the scenario that it extends, or is the only
 * one that there is; the customer is the account's.
 *
 * @throws InvalidArgumentError, its argument the path, for what is missing or not there.
 */
export function readCredentials(who: ScenarioWho, world: CredentialsWorld): ScenarioCredentials {
  const { state, base, passwords, path } = world;
  const user = find(kinds.user, who.user ?? base?.user.id, `${path}.user`, state);
  const program = find(kinds.application, who.application ?? base?.application.id, `${path}.application`, state);
  const account = find(kinds.account, who.account ?? base?.account, `${path}.account`, state);
  const owner = who.customer ?? (who.account === undefined ? base?.customer : undefined) ?? account.customer;
  const customer = find(kinds.customer, owner, `${path}.customer`, state);
  const [onlyName, ...others] = passwords?.keys() ?? [];
  const login = who.login ?? base?.login ?? (others.length === 0 ? onlyName : undefined);
  const username = typeof login === 'string' ? login : login?.username;
  const password = typeof login === 'string' ? passwords?.get(login) : login?.password;
  const person = state.users.find((one) => one.username === username);
  if (username === undefined || person === undefined || password === undefined) {
    return refuse(`${path}.login`, {
      expected: 'the username of one of the users, whose password stands in plain text',
      given: username,
    });
  }
  return {
    user: { id: user.id, psk: user.psk },
    application: { id: program.id, psk: program.psk },
    login: { username, password },
    account: account.id,
    customer: customer.id,
  };
}
