import {
  type ApplicationCredentials,
  InvalidArgumentError,
  type NodeClient,
  Status,
  baseUrl,
  isApiError,
} from '@streamone/node';
import { Command, Option } from 'commander';
import { printable } from '../../output/report-error.js';
import { clientWith } from '../../program/client-of.js';
import type { Context } from '../../program/context.js';
import { type GlobalOptions, addGlobalOptions } from '../../program/global-options.js';
import type { Settings } from '../../program/settings.js';
import { sessionStore } from '../../sessions/act-in-session.js';
import { keepLogin, makeSessionFolder } from '../../sessions/keep-login.js';
import { sessionFolder } from '../../sessions/session-folder.js';
import { askUsername, takePassword } from './ask-login.js';
import { ownAddress } from './own-address.js';

interface LoginOptions extends GlobalOptions {
  readonly username?: string;
  readonly passwordStdin?: boolean;
  readonly ip?: string;
}

const MORE = `
Sessions go through an application, which has to be set with its key: STREAMONE_APP_ID and STREAMONE_APP_PSK, or a
profile. The password is asked for, or read from stdin; it is not kept and not sent. The session is kept in
$XDG_STATE_HOME/streamone (~/.local/state), readable by you alone, for this profile, address and person. From then on
commands with that application act in it, until \`streamone logout\`; --session '' has one act without.

Examples:
  streamone login --username eva
  pass show eva | streamone login --username eva --password-stdin`;

const MINUTE = 60;

function refusePassword(): never {
  throw new InvalidArgumentError({
    argument: '--password',
    expected: 'no password on the command line, where every other user of the machine can read it',
    given: 'one',
    advice: 'Pipe it in by --password-stdin.',
  });
}

/** The application that people log in through. @throws InvalidArgumentError where there is none */
function applicationOf({ credentials, problem }: Settings): ApplicationCredentials {
  if (credentials?.value.type === 'application') return credentials.value;
  const expected = 'the ID and the key of an application, which sessions go through';
  const advice = 'Set STREAMONE_APP_ID and STREAMONE_APP_PSK, or take a profile of an application.';
  throw new InvalidArgumentError({ expected, given: undefined, advice, cause: problem });
}

/** Ends what the new session takes the place of, as far as can be: nobody else would. */
async function endFormer(client: NodeClient, former: string | undefined): Promise<void> {
  if (former === undefined) return;
  try {
    await (await client.resume(former)).logout();
  } catch {
    // It had ended already, or ends by itself.
  }
}

function inWords(seconds: number): string {
  return seconds >= 2 * MINUTE ? `${Math.round(seconds / MINUTE)} minutes` : `${seconds} seconds`;
}

async function logIn(context: Context, options: LoginOptions): Promise<void> {
  const { signal, env } = context;
  const before = await context.settings(options);
  // Before anybody is asked for anything. A session has an application sign, where a user is set too.
  applicationOf(await context.settings({ ...options, session: options.username ?? 'anybody' }));
  const username = options.username ?? before.session?.value.username ?? (await askUsername(context));
  const settings = await context.settings({ ...options, session: username });
  const { id: application } = applicationOf(settings);
  const url = baseUrl(settings.url.value, settings.insecure.value);
  const ip = ownAddress(options.ip, url);
  const folder = sessionFolder(env);
  const store = sessionStore(folder);
  if (folder !== undefined) await makeSessionFolder(folder);
  const password = await takePassword(options.passwordStdin === true, username, context);
  const log = options.verbose === true ? (await import('../../output/tell-event.js')).tellEvent : undefined;
  const client = clientWith(settings, { env, log, signal, store });
  try {
    const person = await client.login({ username, password, ip }, { signal });
    const { session } = person.options;
    if (session === undefined || folder === undefined) return;
    const profile = settings.profile.value;
    try {
      const login = { profile, url, application, username, user: session.user, session: session.id, at: Date.now() };
      await keepLogin(folder, login);
    } catch (error) {
      await person.logout().catch(() => undefined);
      throw error;
    }
    await endFormer(client, settings.session?.value.login?.session);
    if (options.quiet === true) return;
    const until = `the session ends ${inWords(session.timeout)} after its last use, or by \`streamone logout\``;
    process.stderr.write(printable(`logged in as ${username} at ${url}; ${until}\n`));
  } catch (error) {
    if (isApiError(error, Status.SESSION_INVALID)) {
      process.stderr.write(
        'The platform does not say why: the name or the password is wrong, or the user may not log in.\n',
      );
    }
    throw error;
  } finally {
    await client.close();
  }
}

/** `streamone login`: begins a session, which is kept. */
export function loginCommand(context: Context): Command {
  const command = new Command('login')
    .description('Logs you in through an application, by username and password, and keeps the session.')
    .option('--username <name>', 'who logs in; asked for, or who did so last, unless given')
    .option('--password-stdin', 'read the password from stdin')
    .option('--ip <address>', "your address, by which the platform counts failed logins; this machine's unless given")
    .addOption(new Option('--password [password]').hideHelp().argParser(refusePassword))
    .addHelpText('after', MORE);
  return addGlobalOptions(command).action((options: LoginOptions) => logIn(context, options));
}
