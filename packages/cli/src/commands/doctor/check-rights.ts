import { type NodeClient, isApiError, isStreamOneError } from '@streamone/node';
import type { RoleAssignment } from '@streamone/core/catalogue';
import { exitCode } from '../../program/exit-code.js';
import type { Settings } from '../../program/settings.js';
import { SessionGoneError } from '../../sessions/session-gone-error.js';
import { placeOf } from '../can/place-of.js';
import { adviceOf } from '../status/advice-of.js';
import { type Finding, fail, ok } from './finding.js';

/** The exit code of access denied. */
const DENIED = 5;

const ROLE = 'Ask whoever manages the platform for a role.';

/** What a failed call comes to. @throws what is no error of the API, or came of the run being ended */
export function failed(error: unknown, signal: AbortSignal): Finding {
  if (!isStreamOneError(error) || signal.aborted) throw error;
  if (isApiError(error)) return fail(error.message, adviceOf(error.status, error.kind), exitCode(error));
  const advice = error instanceof SessionGoneError ? 'Log in again: `streamone login`.' : 'See the message.';
  return fail(error.message, advice, exitCode(error));
}

/** Calls an action that all may call, to see whether the key is right. */
export async function checkCredentials(client: NodeClient, settings: Settings, signal: AbortSignal): Promise<Finding> {
  const { credentials, session } = settings;
  const from = credentials?.from ?? 'nowhere';
  const given = { signal, account: undefined };
  if (credentials?.value.type === 'application' && session === undefined) {
    await client.application.getmyroles({}, given);
    return ok(`application ${credentials.value.id} is known (${from})`);
  }
  try {
    const { username } = await client.user.viewme({}, given);
    const where = session === undefined ? from : `a session, ${session.from}`;
    return ok(`user ${username} is known (${where})`);
  } catch (error) {
    if (!isApiError(error) || error.kind !== 'access-denied') throw error;
    return { result: 'warn', detail: 'the key is right, but the user may not even see themself', advice: ROLE };
  }
}

/** What roles the actor holds, and how many tokens those give. */
export async function askRoles(
  client: NodeClient,
  asUser: boolean,
  signal: AbortSignal,
): Promise<readonly RoleAssignment[]> {
  const given = { signal, account: undefined };
  return asUser ? client.user.getmyroles({}, given) : client.application.getmyroles({}, given);
}

/** Judges the roles that are held. */
export function checkTokens(roles: readonly RoleAssignment[]): Finding {
  const tokens = new Set(roles.flatMap(({ role }) => role.tokens));
  if (tokens.size === 0) return fail('no role with any token is held: nothing may be done', ROLE, DENIED);
  const names = roles.map((each) => `${each.role.name} (${placeOf(each)})`).join(', ');
  return ok(`${tokens.size} tokens, by ${roles.length === 1 ? 'the role' : 'the roles'} ${names}`);
}

/** Asks what may be done in the account(s) or for the customer that are set. */
export async function checkAccount(
  client: NodeClient,
  settings: Settings,
  roles: readonly RoleAssignment[],
  signal: AbortSignal,
): Promise<Finding> {
  const { accounts, customer } = settings;
  const chosen = accounts?.value.length === 0 ? undefined : accounts;
  const place = chosen ?? customer;
  if (place === undefined) {
    const held = roles.length === 0 ? '' : ` Roles are held for: ${[...new Set(roles.map(placeOf))].join(', ')}.`;
    const advice = `Give --account, set STREAMONE_DEFAULT_ACCOUNT_ID, or keep one in a profile.${held}`;
    return { result: 'warn', detail: 'no account is set, which most actions need', advice };
  }
  const what = chosen === undefined ? `customer ${customer?.value ?? ''}` : `account ${chosen.value.join(', ')}`;
  const tokens = await client.api.mytokens({}, { signal });
  if (tokens.length > 0) return ok(`${what} (${place.from}): ${tokens.length} tokens may be used`);
  return fail(
    `${what} (${place.from}): nothing may be done there`,
    `${ROLE} \`streamone whoami\` lists where you have some.`,
    DENIED,
  );
}
