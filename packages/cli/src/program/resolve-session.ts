import { baseUrl } from '@streamone/node';
import type { Profile } from '../config/config.js';
import type { KeptLogin } from '../sessions/kept-login.js';
import type { GlobalOptions } from './global-options.js';
import { pickSetting } from './pick-setting.js';
import type { ChosenSession, Setting, SettingStory } from './settings.js';

/** What tells in whose session to act. */
export interface SessionSources {
  readonly options: GlobalOptions;
  readonly env: NodeJS.ProcessEnv;
  readonly profile: Profile;
  /** The profile, for people. */
  readonly from: string;
  readonly profileName: string;
  readonly url: string;
  readonly insecure: boolean;
  /** The application that signs; `undefined` where none does. */
  readonly application: string | undefined;
  /** The logins that are kept, the newest first. */
  readonly logins: () => readonly KeptLogin[];
}

/** The option or variable that wants a session, which only an application has; `undefined` where none does. */
export function sessionWanted({ session }: GlobalOptions, env: NodeJS.ProcessEnv): string | undefined {
  if (session !== undefined) return session === '' ? undefined : '--session';
  return env['STREAMONE_SESSION'] ? 'STREAMONE_SESSION' : undefined;
}

function addressOf(url: string, insecure: boolean): string | undefined {
  try {
    return baseUrl(url, insecure);
  } catch {
    // Told by whatever uses the address.
    return undefined;
  }
}

/**
 * In whose session to act: as an option, the environment or the profile says, else as who logged in last
 * with this profile, at this address, through this application. `undefined` for nobody's.
 */
export function resolveSession(sources: SessionSources, stories: SettingStory[]): Setting<ChosenSession> | undefined {
  const { options, env, profile, from, profileName, url, insecure, application, logins } = sources;
  const address = application === undefined ? undefined : addressOf(url, insecure);
  const here =
    address === undefined
      ? []
      : logins().filter(
          (each) => each.profile === profileName && each.url === address && each.application === application,
        );
  const chosen = pickSetting<string>(
    'session',
    [
      ['option', '--session', options.session],
      ['environment', 'STREAMONE_SESSION', env['STREAMONE_SESSION'] || undefined],
      // Whoever signs as a user has no use for it.
      ['profile', from, application === undefined ? undefined : profile.session],
      ['login', '`streamone login`', here[0]?.username],
    ],
    stories,
    (username) => username || 'none',
  );
  if (chosen === undefined || chosen.value === '') return undefined;
  const username = chosen.value;
  return { ...chosen, value: { username, login: here.find((each) => each.username === username) } };
}
