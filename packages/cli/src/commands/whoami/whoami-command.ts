import { InvalidArgumentError, type NodeClient, isApiError } from '@streamone/node';
import type { RoleAssignment } from '@streamone/core/catalogue';
import { Command } from 'commander';
import { type OutputOptions, addOutputOptions, checkOutput } from '../../output/output-options.js';
import { printData } from '../../output/print-data.js';
import type { Context } from '../../program/context.js';
import { type GlobalOptions, addGlobalOptions } from '../../program/global-options.js';
import type { Settings } from '../../program/settings.js';
import { placeOf } from '../can/place-of.js';

type WhoamiOptions = GlobalOptions & OutputOptions;

const MORE = `
The platform is asked, so that it works only with credentials that do.

Examples:
  streamone whoami
  streamone whoami --query username --raw`;

/** The roles of the actor; null where the platform does not tell them. */
async function rolesOf(ask: () => Promise<readonly RoleAssignment[]>): Promise<readonly string[] | null> {
  try {
    return (await ask()).map((each) => `${each.role.name} (${placeOf(each)})`);
  } catch (error) {
    // They need another right than to be known at all.
    if (isApiError(error) && error.kind === 'access-denied') return null;
    throw error;
  }
}

async function actorOf(client: NodeClient, settings: Settings, signal: AbortSignal): Promise<object> {
  const given = { signal, account: undefined };
  const { credentials, session } = settings;
  if (credentials === undefined) {
    throw settings.problem ?? new InvalidArgumentError({ expected: 'credentials', given: undefined });
  }
  const { value } = credentials;
  if (value.type === 'application' && session === undefined) {
    const roles = (await client.application.getmyroles({}, given)).map(
      (each) => `${each.role.name} (${placeOf(each)})`,
    );
    return { as: 'application', id: value.id, roles };
  }
  const [me, roles] = await Promise.all([
    client.user.viewme({}, given),
    rolesOf(async () => client.user.getmyroles({}, given)),
  ]);
  const { id, username, firstname, lastname, email, timezone } = me;
  const through = value.type === 'application' ? value.id : null;
  return {
    as: session === undefined ? 'user' : 'session',
    id,
    username,
    name: `${firstname ?? ''} ${lastname ?? ''}`.trim() || null,
    email: email || null,
    timezone,
    ...(session !== undefined && { application: through, expires: client.options.session?.expiresAt ?? null }),
    roles,
  };
}

/** `streamone whoami`: who the platform takes the caller for. */
export function whoamiCommand(context: Context): Command {
  const command = new Command('whoami')
    .description('Tells who signs, as the platform sees it: a user, an application, or you in a session.')
    .addHelpText('after', MORE);
  return addOutputOptions(addGlobalOptions(command)).action(async (options: WhoamiOptions) => {
    await checkOutput(options);
    const client = await context.client(options);
    const settings = await context.settings(options);
    const actor = await actorOf(client, settings, context.signal);
    const { accounts, customer, profile } = settings;
    await printData(
      {
        ...actor,
        url: client.options.url,
        profile: profile.value,
        account: accounts === undefined ? null : accounts.value,
        customer: customer?.value ?? null,
      },
      options,
      // Only a session has a date: when it ends.
      { zone: settings.session && Intl.DateTimeFormat().resolvedOptions().timeZone },
    );
  });
}
