import { TomlError, parse } from 'smol-toml';
import type { Config, Profile } from './config.js';
import { type ConfigPlace, configError } from './config-error.js';
import { lineOf } from './line-of.js';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isTexts: Check = (value) => isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText));
const whole =
  (least: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= least;

/** What each key of a profile may hold. */
const KEYS: Readonly<Record<keyof Profile, readonly [expected: string, check: Check]>> = {
  url: ['an address in quotes', isText],
  auth: ['"user" or "application"', (value) => value === 'user' || value === 'application'],
  id: ['an ID in quotes', isText],
  psk: ['a key in quotes', isText],
  account: ['an ID in quotes, or a list of them', isTexts],
  customer: ['an ID in quotes', isText],
  session: ['a username in quotes', isText],
  timezone: ['an IANA zone in quotes, as "Europe/Amsterdam"', isText],
  actions: ['the path of a module in quotes, or a list of them', isTexts],
  insecure: ['true or false', (value) => typeof value === 'boolean'],
  timeout: ['a number of seconds above 0', (value) => typeof value === 'number' && value > 0 && value < 1e6],
  retry: ['a whole number, 0 or more', whole(0)],
};

const NAMES = Object.keys(KEYS);
const PROFILE_NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** Whether a name can be a profile's: letters, digits, `_` and `-`, so that it needs no quotes anywhere. */
export const isProfileName = (name: string): boolean => PROFILE_NAME.test(name);

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

function parseToml(text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // Only the first line of its message: the rest repeats the file, keys included.
    const [reason = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    throw configError({ path, line: error.line }, 'TOML', `something else (${reason}, column ${error.column})`);
  }
}

function parseProfile(name: string, table: unknown, place: (key?: string) => ConfigPlace): Profile {
  if (!isProfileName(name)) {
    throw configError(place(), 'a profile named by letters, digits, "_" and "-"', name);
  }
  if (!isTable(table)) throw configError(place(), `a table [profiles.${name}]`, table);
  const profile = new Map<string, unknown>();
  for (const [key, value] of Object.entries(table)) {
    if (!NAMES.includes(key)) throw configError(place(key), `one of the keys ${NAMES.join(', ')}`, key);
    const [expected, check] = KEYS[key as keyof Profile];
    // A key in the wrong place is still a key: of a value only its kind is told.
    if (!check(value)) throw configError(place(key), `${key} = ${expected}`, `another value (${typeof value})`);
    const isList = key === 'account' || key === 'actions';
    profile.set(key, isList && !Array.isArray(value) ? [value] : value);
  }
  if (profile.has('account') && profile.has('customer')) {
    throw configError(place('customer'), 'account or customer', 'both');
  }
  if (profile.has('id') !== profile.has('auth')) {
    throw configError(place(), 'auth and id together', profile.has('id') ? 'id alone' : 'auth alone');
  }
  if (profile.has('psk') && !profile.has('id'))
    throw configError(place('psk'), 'auth, id and psk together', 'psk alone');
  return Object.fromEntries(profile);
}

/**
 * Reads the text of the file.
 *
 * @param path for messages
 * @throws InvalidArgumentError naming file, line and key.
 */
export function parseConfig(text: string, path: string): Config {
  const { default_profile: defaultProfile, profiles = {}, ...others } = parseToml(text, path);
  const place = (table: string | undefined, key?: string): ConfigPlace => ({ path, line: lineOf(text, table, key) });
  const [other] = Object.keys(others);
  if (other !== undefined) {
    const line = lineOf(text, undefined, other) ?? lineOf(text, other);
    throw configError({ path, line }, 'default_profile and [profiles.…]', other);
  }
  if (defaultProfile !== undefined && (typeof defaultProfile !== 'string' || defaultProfile === '')) {
    throw configError(place(undefined, 'default_profile'), 'default_profile = the name of a profile', defaultProfile);
  }
  if (!isTable(profiles)) throw configError(place(undefined, 'profiles'), 'tables [profiles.…]', profiles);
  const read = Object.entries(profiles).map(
    ([name, table]) => [name, parseProfile(name, table, (key) => place(`profiles.${name}`, key))] as const,
  );
  return { defaultProfile, profiles: new Map(read) };
}
