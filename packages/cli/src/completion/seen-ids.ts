import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { profileNames } from './profile-names.js';

/** IDs with titles, the last that were seen first. */
export type SeenIds = readonly (readonly [id: string, title: string])[];

/** What is kept: by place (profile, address, user), then by kind (`item`, `account`), with the time in milliseconds. */
export type SeenPlaces = Readonly<
  Record<string, Readonly<Record<string, { readonly at: number; readonly ids: SeenIds }>>>
>;

/** How long IDs are offered, in milliseconds: a day. */
const LIFETIME = 86_400_000;

/** Where they are kept; `undefined` where there is no folder for it, or STREAMONE_SEEN_IDS is `off`. */
export function seenIdsPath(env: NodeJS.ProcessEnv): string | undefined {
  if (env['STREAMONE_SEEN_IDS'] === 'off') return undefined;
  const { XDG_CACHE_HOME: xdg, HOME: home, LOCALAPPDATA: local } = env;
  const root = (xdg && isAbsolute(xdg) ? xdg : undefined) ?? (home && isAbsolute(home) ? join(home, '.cache') : local);
  return root ? join(root, 'streamone', 'seen-ids.json') : undefined;
}

/** Where an ID is valid, as far as it can be told at once: the profile, and what is stronger than it. */
export function seenPlace(
  env: NodeJS.ProcessEnv,
  options: { profile?: string | undefined; url?: string | undefined },
): string {
  const { STREAMONE_PROFILE, STREAMONE_API_URL, STREAMONE_USER_ID, STREAMONE_APP_ID } = env;
  const profile = (options.profile ?? STREAMONE_PROFILE) || profileNames(env).chosen;
  return JSON.stringify([
    profile || 'default',
    (options.url ?? STREAMONE_API_URL) || '',
    STREAMONE_USER_ID || STREAMONE_APP_ID || '',
  ]);
}

/** What is kept; nothing where it can't be read. */
export function readSeen(path: string): SeenPlaces {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof read === 'object' && read !== null ? (read as SeenPlaces) : {};
  } catch {
    return {};
  }
}

/** The IDs of a kind that were seen within a day. */
export function seenIds(path: string | undefined, place: string, kind: string): SeenIds {
  if (path === undefined) return [];
  const places = readSeen(path);
  const kept = Object.hasOwn(places, place) ? places[place] : undefined;
  const found = kept !== undefined && Object.hasOwn(kept, kind) ? kept[kind] : undefined;
  return found !== undefined && Date.now() - found.at < LIFETIME ? found.ids : [];
}
