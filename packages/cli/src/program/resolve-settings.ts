import { delimiter, dirname, resolve } from 'node:path';
import { InvalidArgumentError, PLATFORM_URL } from '@streamone/node';
import type { Config, Profile } from '../config/config.js';
import type { KeptLogin } from '../sessions/kept-login.js';
import type { GlobalOptions } from './global-options.js';
import { type Candidate, pickSetting } from './pick-setting.js';
import { resolveCredentials } from './resolve-credentials.js';
import { resolveScope } from './resolve-scope.js';
import { resolveSession, sessionWanted } from './resolve-session.js';
import type { Setting, SettingStory, Settings } from './settings.js';

/** What settings are put together of. */
export interface SettingSources {
  readonly options: GlobalOptions;
  readonly env: NodeJS.ProcessEnv;
  readonly config: Config;
  /** Where the file of profiles is, which paths in it are relative to. */
  readonly path: string | undefined;
  /** The logins that are kept; none unless given. */
  readonly logins?: (() => readonly KeptLogin[]) | undefined;
  /** The key that was read from stdin. */
  readonly psk?: string | undefined;
}

const DEFAULT = 'default';
const PLATFORM = { value: PLATFORM_URL, source: 'default', from: 'the platform' } as const;
const SECURE = { value: false, source: 'default', from: DEFAULT } as const;

function milliseconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value > 0 && value < 1e6) return value * 1000;
  throw new InvalidArgumentError({ argument: '--timeout', expected: 'a number of seconds above 0', given: text });
}

function attempts(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError({ argument: '--retry', expected: 'a whole number from 0 to 99', given: text });
}

/** The profile that is meant. @throws InvalidArgumentError when it is named and there is none of that name */
function chooseProfile({ options, env, config }: SettingSources, stories: SettingStory[]): Setting<string> {
  const candidates: readonly Candidate<string>[] = [
    ['option', '--profile', options.profile],
    ['environment', 'STREAMONE_PROFILE', env['STREAMONE_PROFILE'] || undefined],
    ['profile', 'default_profile', config.defaultProfile],
    ['default', DEFAULT, DEFAULT],
  ];
  const chosen = pickSetting('profile', candidates, stories) ?? { value: DEFAULT, source: 'default', from: DEFAULT };
  if (chosen.source === 'default' || config.profiles.has(chosen.value)) return chosen;
  const names = [...config.profiles.keys()];
  throw new InvalidArgumentError({
    argument: chosen.from,
    expected: names.length === 0 ? 'no name, since there are no profiles' : `one of the profiles ${names.join(', ')}`,
    given: chosen.value,
    advice: '`streamone configure --profile <name>` makes one.',
  });
}

/** Where a setting may be set, as far as it may be. */
interface Places<T> {
  readonly option?: T | undefined;
  readonly variable?: readonly [name: string, value: T | undefined];
  /** In the profile. */
  readonly kept?: T | undefined;
  readonly otherwise?: Setting<T>;
  /** How it is told to people. */
  readonly show?: (value: T) => string;
}

/**
 * Puts options, environment, profile and defaults together: the first that has a setting wins.
 *
 * @throws InvalidArgumentError naming what is wrong.
 */
export function resolveSettings(sources: SettingSources): Settings {
  const { options, env, config, path, psk, logins = () => [] } = sources;
  const stories: SettingStory[] = [];
  const chosen = chooseProfile(sources, stories);
  const profile: Profile = config.profiles.get(chosen.value) ?? {};
  const from = `profile "${chosen.value}"`;
  const pick = <T>(name: string, places: Places<T>): Setting<T> | undefined => {
    const { option, variable, kept, otherwise, show } = places;
    const candidates: readonly Candidate<T>[] = [
      ['option', `--${name}`, option],
      ['environment', ...(variable ?? ([name, undefined] as const))],
      ['profile', from, kept],
      ['default', otherwise?.from ?? '', otherwise?.value],
    ];
    return pickSetting(name, candidates, stories, show);
  };
  const listed = env['STREAMONE_ACTIONS']?.split(delimiter).filter((each) => each !== '') ?? [];
  const url =
    pick('url', {
      option: options.url,
      variable: ['STREAMONE_API_URL', env['STREAMONE_API_URL'] || undefined],
      kept: profile.url,
      otherwise: PLATFORM,
    }) ?? PLATFORM;
  const actor = resolveCredentials({ env, profile, from, forSession: sessionWanted(options, env), psk }, stories);
  const session = resolveSession(
    {
      options,
      env,
      profile,
      from,
      profileName: chosen.value,
      url: url.value,
      insecure: options.insecure ?? profile.insecure ?? false,
      application: actor.credentials?.value.type === 'application' ? actor.credentials.value.id : undefined,
      logins,
    },
    stories,
  );
  return {
    profile: chosen,
    url,
    ...actor,
    session,
    ...resolveScope(options, env, profile, from, stories),
    timezone: pick('timezone', { option: options.timezone, kept: profile.timezone }),
    insecure:
      pick<boolean>('insecure', { option: options.insecure, kept: profile.insecure, otherwise: SECURE }) ?? SECURE,
    timeout: pick('timeout', {
      option: milliseconds(options.timeout),
      kept: profile.timeout === undefined ? undefined : profile.timeout * 1000,
      show: (value) => `${value / 1000} s`,
    }),
    retry: pick('retry', { option: attempts(options.retry), kept: profile.retry }),
    actions: pick<readonly string[]>('actions', {
      variable: ['STREAMONE_ACTIONS', listed.length > 0 ? listed : undefined],
      kept: profile.actions?.map((each) => resolve(dirname(path ?? ''), each)),
      show: (value) => value.join(delimiter),
    }),
    stories,
  };
}
