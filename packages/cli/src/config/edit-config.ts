import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'smol-toml';
import type { Config, Profile } from './config.js';
import { keyOf, tableOf } from './line-of.js';
import { parseConfig } from './parse-config.js';

/** What is changed: a profile put in the place of another, or removed, or another default. */
export interface ConfigChange {
  readonly name?: string | undefined;
  /** `undefined` removes the one of that name. */
  readonly profile?: Profile | undefined;
  /** `null` for none; as before unless given. */
  readonly defaultProfile?: string | null | undefined;
}

function table(profile: Profile): string {
  const { account, ...rest } = profile;
  const given = Object.entries({ ...rest, account: account?.length === 1 ? account[0] : account });
  return stringify(Object.fromEntries(given.filter(([, value]) => value !== undefined))).trimEnd();
}

const section = (name: string, profile: Profile): string => `[profiles.${name}]\n${table(profile)}\n`;

/** The text with the lines of a table taken out, and of the tables in it. */
function without(lines: readonly string[], name: string): string[] {
  let inside = false;
  return lines.filter((line) => {
    const header = tableOf(line);
    if (header !== undefined) inside = header === `profiles.${name}`;
    return !inside;
  });
}

function edited(text: string, { name, profile, defaultProfile }: ConfigChange): string {
  let lines = text.split('\n');
  if (defaultProfile !== undefined) {
    const first = lines.findIndex((line) => tableOf(line) !== undefined);
    const isOld = (line: string, index: number): boolean =>
      (first < 0 || index < first) && keyOf(line) === 'default_profile';
    const kept = lines.filter((line, index) => !isOld(line, index));
    lines = defaultProfile === null ? kept : [`default_profile = ${JSON.stringify(defaultProfile)}`, ...kept];
  }
  if (name === undefined) return lines.join('\n');
  const rest = without(lines, name).join('\n').trimEnd();
  if (profile === undefined) return rest === '' ? '' : `${rest}\n`;
  return `${rest === '' ? '' : `${rest}\n\n`}${section(name, profile)}`;
}

function applied(config: Config, { name, profile, defaultProfile }: ConfigChange): Config {
  const profiles = new Map(config.profiles);
  if (name !== undefined && profile === undefined) profiles.delete(name);
  const given = Object.fromEntries(Object.entries(profile ?? {}).filter(([, value]) => value !== undefined));
  if (name !== undefined && profile !== undefined) profiles.set(name, given);
  const chosen = defaultProfile === undefined ? config.defaultProfile : (defaultProfile ?? undefined);
  return { defaultProfile: chosen, profiles };
}

function rewritten({ defaultProfile, profiles }: Config): string {
  const head = defaultProfile === undefined ? '' : `default_profile = ${JSON.stringify(defaultProfile)}\n\n`;
  return head + [...profiles].map(([name, profile]) => section(name, profile)).join('\n');
}

/**
 * The text of the file with a change in it. Comments and the other profiles stay as they are written,
 * unless the text is so written that a change by lines would say something else.
 *
 * @param path for messages
 * @throws InvalidArgumentError when the text is wrong as it is.
 */
export function editConfig(text: string, change: ConfigChange, path: string): string {
  const wanted = applied(parseConfig(text, path), change);
  const candidate = edited(text, change);
  try {
    if (isDeepStrictEqual(parseConfig(candidate, path), wanted)) return candidate;
  } catch {
    // Written anew below.
  }
  return rewritten(wanted);
}
