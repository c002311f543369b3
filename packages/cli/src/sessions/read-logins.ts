import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type KeptLogin, LOGIN_ENDING } from './kept-login.js';

const TEXTS = ['profile', 'url', 'application', 'username', 'user', 'session'] as const;

function readLogin(path: string): KeptLogin | undefined {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Partial<KeptLogin> | null;
    const whole = TEXTS.every((name) => typeof kept?.[name] === 'string') && Number.isFinite(kept?.at);
    return whole ? (kept as KeptLogin) : undefined;
  } catch {
    // Removed meanwhile, or no login: as if it were not there.
    return undefined;
  }
}

/** The logins that are kept, the newest first; none where the folder is not there. */
export function readLogins(folder: string | undefined): readonly KeptLogin[] {
  if (folder === undefined) return [];
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const found = names.filter((name) => name.endsWith(LOGIN_ENDING)).map((name) => readLogin(join(folder, name)));
  return found.filter((login) => login !== undefined).sort((one, other) => other.at - one.at);
}
