import { AbortedError, InvalidArgumentError, baseUrl, isStreamOneError } from '@streamone/node';
import { Command, Option } from 'commander';
import { changeConfig } from '../../config/change-config.js';
import { configPath } from '../../config/config-path.js';
import type { Config, Profile } from '../../config/config.js';
import { loadConfig } from '../../config/load-config.js';
import { isProfileName } from '../../config/parse-config.js';
import { printable } from '../../output/report-error.js';
import type { Context } from '../../program/context.js';
import { type GlobalOptions, addGlobalOptions } from '../../program/global-options.js';
import { type CheckedProfile, checkProfile, urlOf } from './check-profile.js';
import { profileOf } from './profile-of.js';

/** Options of `configure`. */
export interface ConfigureOptions extends GlobalOptions {
  readonly auth?: 'user' | 'application';
  readonly id?: string;
  /** False for `--no-check`. */
  readonly check: boolean;
}

const EXAMPLES = `
Without a terminal everything comes from options, and the key from stdin:
  pass show streamone | streamone configure --profile ci --auth user --id u1 --psk-stdin --account a1

The file is $XDG_CONFIG_HOME/streamone/config.toml (~/.config), readable by you alone; STREAMONE_CONFIG names another.`;

const say = (text: string): void => void process.stderr.write(`${text}\n`);

const isTerminal = (): boolean => process.stdin.isTTY && process.stderr.isTTY;

function tellChecked({ who, places }: CheckedProfile, profile: Profile): void {
  const found = places.length === 0 ? '' : `, with a role in ${places.map(({ name }) => name).join(', ')}`;
  say(printable(`${who} is known at ${urlOf(profile)}${found}`));
}

/** Asks until there is a profile that works, or that is wanted all the same. */
async function askAndCheck(former: Profile, context: Context, check: boolean): Promise<Profile> {
  const { askCredentials, askPlace, askWhatNow } = await import('./ask-profile.js');
  const prompts = { output: process.stderr, signal: context.signal };
  for (let offered = former; ;) {
    const profile = await askCredentials(offered, prompts);
    // What was entered is offered again, but for the key, which can't be looked over.
    offered = { ...profile, psk: undefined };
    let checked: CheckedProfile | undefined;
    try {
      const nowhere = { ...profile, account: undefined, customer: undefined };
      if (check) checked = await checkProfile(nowhere, context.env, context.signal);
    } catch (error) {
      if (!isStreamOneError(error) || error instanceof AbortedError) throw error;
      say(`They do not work: ${printable(error.message)}`);
      const next = await askWhatNow(prompts);
      if (next === 'again') continue;
      if (next === 'leave') throw error;
    }
    if (checked !== undefined) tellChecked(checked, profile);
    return { ...profile, ...(await askPlace(former, checked?.places ?? [], prompts)) };
  }
}

function urlFrom(env: NodeJS.ProcessEnv): Profile {
  const url = env['STREAMONE_API_URL'];
  return url ? { url } : {};
}

async function nameOf(options: ConfigureOptions, config: Config, context: Context): Promise<string> {
  const name = options.profile ?? (context.env['STREAMONE_PROFILE'] || config.defaultProfile) ?? 'default';
  if (isProfileName(name)) return name;
  const expected = 'a name of letters, digits, "_" and "-"';
  throw new InvalidArgumentError({ argument: '--profile', expected, given: name });
}

/** `streamone configure`: makes or changes a profile, and checks it. */
export function configureCommand(context: Context): Command {
  const command = new Command('configure')
    .description('Makes or changes a profile: asks for address, credentials and account, and checks them.')
    .addOption(new Option('--auth <kind>', 'who signs').choices(['user', 'application']))
    .option('--id <id>', 'ID of the user or the application')
    .option('--no-check', 'keep it without trying it')
    .addHelpText('after', EXAMPLES);
  return addGlobalOptions(command).action(async (options: ConfigureOptions) => {
    const path = configPath(context.env);
    const config = await loadConfig(path);
    const name = await nameOf(options, config, context);
    // The credentials of a new profile are for where commands go now.
    const known = config.profiles.get(name);
    const former = known ?? urlFrom(context.env);
    const url = options.url ?? (known === undefined ? former.url : undefined);
    if (url !== undefined) baseUrl(url, options.insecure ?? former.insecure);
    const given = await profileOf(former, options, context.signal);
    const complete = given.id !== undefined && given.psk !== undefined;
    const asks = isTerminal() && (options.id === undefined || !complete);
    let profile = given;
    if (asks) {
      profile = await askAndCheck(given, context, options.check);
    } else if (!complete) {
      throw new InvalidArgumentError({
        expected: '--auth, --id and --psk-stdin, since there is no terminal to ask on',
        given: given.id === undefined ? 'no --id' : 'no key',
      });
    }
    // Also what was asked for: the account may be none of those found.
    if (options.check && !asks) tellChecked(await checkProfile(profile, context.env, context.signal), profile);
    context.signal.throwIfAborted();
    const first = config.profiles.size === 0 && config.defaultProfile === undefined && name !== 'default';
    const kept = await changeConfig(path, { name, profile, ...(first && { defaultProfile: name }) });
    say(`profile "${name}" is kept in ${kept}`);
    const usual = first || name === (config.defaultProfile ?? 'default');
    const where = profile.account === undefined ? ' --account ID' : '';
    say(`try: streamone item view${where}${usual ? '' : ` --profile ${name}`}`);
  });
}
