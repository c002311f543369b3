import { type Credentials, InvalidArgumentError, application, user } from '@streamone/node';
import type { Profile } from '../config/config.js';
import { pickSetting } from './pick-setting.js';
import type { Setting, SettingStory } from './settings.js';

/** What credentials are put together of. */
export interface CredentialSources {
  readonly env: NodeJS.ProcessEnv;
  readonly profile: Profile;
  /** The profile, for people. */
  readonly from: string;
  /** The option or variable that wants a session, so that an application has to sign. */
  readonly forSession?: string | undefined;
  /** The key that was read from stdin. */
  readonly psk: string | undefined;
}

type AuthType = 'user' | 'application';

const VARIABLES = {
  user: { id: 'STREAMONE_USER_ID', psk: 'STREAMONE_USER_PSK' },
  application: { id: 'STREAMONE_APP_ID', psk: 'STREAMONE_APP_PSK' },
} as const;

const MASK = '[secret]';

/** Whom the environment names; an empty variable counts as not set. @throws InvalidArgumentError when it is not clear */
function namedByEnvironment(env: NodeJS.ProcessEnv): AuthType | undefined {
  const { STREAMONE_AUTH_TYPE: type, STREAMONE_USER_ID: userId, STREAMONE_APP_ID: appId } = env;
  if (type === 'user' || type === 'application') return type;
  const both = userId && appId ? ', since both STREAMONE_USER_ID and STREAMONE_APP_ID are set' : '';
  if (type || both) {
    throw new InvalidArgumentError({
      argument: 'STREAMONE_AUTH_TYPE',
      expected: `"user" or "application"${both}`,
      given: type,
    });
  }
  if (appId) return 'application';
  return userId ? 'user' : undefined;
}

/** Who signs, or why that is not known. */
export interface ResolvedCredentials {
  readonly credentials: Setting<Credentials> | undefined;
  /** What is missing or not clear. Only a command that signs has to care. */
  readonly problem: InvalidArgumentError | undefined;
}

/** Who signs: the ID and the key of the environment, else of the profile; a key from stdin goes before both. */
export function resolveCredentials(
  { env, profile, from, forSession, psk: given }: CredentialSources,
  stories: SettingStory[],
): ResolvedCredentials {
  let named: AuthType | undefined;
  try {
    named = forSession === undefined ? namedByEnvironment(env) : 'application';
  } catch (error) {
    if (error instanceof InvalidArgumentError) return { credentials: undefined, problem: error };
    throw error;
  }
  const auth = named ?? profile.auth ?? 'user';
  const variables = VARIABLES[auth];
  const kept = profile.auth === auth ? profile : {};
  const fromEnv = env[variables.id] || undefined;
  const story: SettingStory[] = [];
  const id = pickSetting(
    'id',
    [
      ['environment', variables.id, fromEnv],
      ['profile', from, kept.id],
    ],
    story,
  );
  const ofProfile = fromEnv === undefined || fromEnv === kept.id;
  const psk = pickSetting(
    'psk',
    [
      ['option', '--psk-stdin', given],
      ['environment', variables.psk, env[variables.psk] || undefined],
      // The key of somebody else would only fail.
      ['profile', from, ofProfile ? kept.psk : undefined],
    ],
    story,
    () => MASK,
  );
  pickSetting(
    'auth',
    [
      [
        forSession?.startsWith('--') === true ? 'option' : 'environment',
        forSession ?? (env['STREAMONE_AUTH_TYPE'] ? 'STREAMONE_AUTH_TYPE' : variables.id),
        named,
      ],
      ['profile', from, profile.auth],
    ],
    stories,
  );
  stories.push(...story);
  if (id === undefined || psk === undefined) {
    return { credentials: undefined, problem: missing(id === undefined ? variables.id : variables.psk) };
  }
  const actor = { id: id.value, psk: psk.value };
  return { credentials: { ...id, value: auth === 'user' ? user(actor) : application(actor) }, problem: undefined };
}

/** The refusal of a run without credentials. */
function missing(variable: string): InvalidArgumentError {
  return new InvalidArgumentError({
    expected: `credentials (${variable}, or a profile)`,
    given: undefined,
    advice:
      '`streamone configure` makes a profile; STREAMONE_USER_ID and STREAMONE_USER_PSK name a user, STREAMONE_APP_ID and STREAMONE_APP_PSK an application.',
  });
}
