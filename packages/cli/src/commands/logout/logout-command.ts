import { InvalidArgumentError } from '@streamone/node';
import { Command } from 'commander';
import { printable } from '../../output/report-error.js';
import { clientWith } from '../../program/client-of.js';
import type { Context } from '../../program/context.js';
import { type GlobalOptions, addGlobalOptions } from '../../program/global-options.js';
import type { Settings } from '../../program/settings.js';
import { sessionStore } from '../../sessions/act-in-session.js';
import { forgetLogin } from '../../sessions/keep-login.js';
import type { KeptLogin } from '../../sessions/kept-login.js';
import { readLogins } from '../../sessions/read-logins.js';
import { sessionFolder } from '../../sessions/session-folder.js';

interface LogoutOptions extends GlobalOptions {
  readonly all?: boolean;
}

const MORE = `
It tells the platform, and forgets the session here whatever comes of that. --session names another person than who
logged in last.

Examples:
  streamone logout
  streamone logout --all`;

/** The settings that a login was made with, as far as they are there still. */
async function settingsOf(context: Context, login: KeptLogin, options: GlobalOptions): Promise<Settings | undefined> {
  try {
    const { profile } = await context.settings({ ...options, session: '' });
    const other = profile.value !== login.profile && { profile: login.profile };
    return await context.settings({ ...options, ...other, url: login.url, session: login.username });
  } catch (error) {
    // Its profile was removed, or the like.
    if (error instanceof InvalidArgumentError) return undefined;
    throw error;
  }
}

/** Ends a session. @throws StreamOneError when the platform could not be told; it is forgotten here all the same */
async function end(context: Context, folder: string, login: KeptLogin, options: GlobalOptions): Promise<string> {
  const store = sessionStore(folder);
  const { username, url, session } = login;
  try {
    const kept = await store.load(session);
    if (kept === undefined) return `the session of ${username} at ${url} had ended already`;
    const settings = await settingsOf(context, login, options);
    const signer = settings?.credentials?.value;
    if (settings === undefined || signer?.type !== 'application' || signer.id !== login.application) {
      const why = `the platform can't be told without the key of application ${login.application}`;
      return `the session of ${username} at ${url} is forgotten here; ${why}, and lets it end when it is not used`;
    }
    const client = clientWith(settings, { env: context.env, signal: context.signal, store });
    try {
      await (await client.resume(session)).logout();
    } finally {
      await client.close();
    }
    return `logged out ${username} at ${url}`;
  } finally {
    await store.remove(session);
    await forgetLogin(folder, login);
  }
}

async function chosenLogins(
  context: Context,
  folder: string | undefined,
  options: LogoutOptions,
): Promise<readonly KeptLogin[]> {
  if (options.all === true) return readLogins(folder);
  const { session } = await context.settings(options);
  return session?.value.login === undefined ? [] : [session.value.login];
}

/** `streamone logout`: ends a session that is kept. */
export function logoutCommand(context: Context): Command {
  const command = new Command('logout')
    .description('Ends the session that `streamone login` began.')
    .option('--all', 'every session that is kept, of all profiles and addresses')
    .addHelpText('after', MORE);
  return addGlobalOptions(command).action(async (options: LogoutOptions) => {
    const say = (text: string): void => {
      if (options.quiet !== true) process.stderr.write(`${printable(text)}\n`);
    };
    const folder = sessionFolder(context.env);
    const logins = await chosenLogins(context, folder, options);
    if (folder === undefined || logins.length === 0) return say('nobody is logged in');
    let failure: unknown;
    for (const login of logins) {
      try {
        say(await end(context, folder, login, options));
      } catch (error) {
        say(
          `the session of ${login.username} at ${login.url} is forgotten here, and may live on there until it is not used`,
        );
        failure ??= error;
      }
    }
    if (failure !== undefined) throw failure;
    return undefined;
  });
}
