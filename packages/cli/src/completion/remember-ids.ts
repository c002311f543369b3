import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isRecord } from '../output/pick-fields.js';
import { printable } from '../output/report-error.js';
import { type SeenIds, type SeenPlaces, readSeen, seenIdsPath, seenPlace } from './seen-ids.js';

const MOST_IDS = 200;
const MOST_PLACES = 20;
const LONGEST_TITLE = 80;

/** An ID is put on a command line: what else a platform may call one is not kept. */
const ID = /^[\w-]{1,64}$/;
const TITLES = ['title', 'name', 'username', 'label'] as const;

function titled(row: unknown): readonly (readonly [string, string])[] {
  if (!isRecord(row) || typeof row['id'] !== 'string' || !ID.test(row['id'])) return [];
  const title: string = TITLES.map((name) => row[name]).find((each) => typeof each === 'string') ?? '';
  return [[row['id'], printable(title.replaceAll(/\s+/g, ' ')).slice(0, LONGEST_TITLE)]];
}

function merged(fresh: SeenIds, old: SeenIds = []): SeenIds {
  const all = new Map([...fresh, ...old.filter(([id]) => !fresh.some(([other]) => other === id))]);
  return [...all].slice(0, MOST_IDS);
}

/** Where the caller acts, for what IDs are kept by. */
export interface RememberOptions {
  readonly profile?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * Keeps IDs and titles of rows that a person was shown, and those of their accounts, so that completion can offer them;
 * in a file that only this user may read. That it can't is no fault worth a word.
 *
 * @param kind what they are, as `item`
 */
export async function rememberIds(
  env: NodeJS.ProcessEnv,
  options: RememberOptions,
  kind: string,
  body: unknown,
): Promise<void> {
  const path = seenIdsPath(env);
  const rows = (Array.isArray(body) ? body : [body]).slice(0, MOST_IDS);
  const found: Readonly<Record<string, SeenIds>> = {
    [kind]: rows.flatMap(titled),
    account: rows.flatMap((row) => (isRecord(row) ? titled(row['account']) : [])),
  };
  if (path === undefined || Object.values(found).every(({ length }) => length === 0)) return;
  const place = seenPlace(env, options);
  const fresh = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const { [place]: before = {}, ...others } = readSeen(path);
    const after = { ...before };
    for (const [name, ids] of Object.entries(found)) {
      if (ids.length > 0) after[name] = { at: Date.now(), ids: merged(ids, before[name]?.ids) };
    }
    const places: SeenPlaces = Object.fromEntries([[place, after], ...Object.entries(others)].slice(0, MOST_PLACES));
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(fresh, JSON.stringify(places), { mode: 0o600, flag: 'wx' });
    await rename(fresh, path);
  } catch {
    await rm(fresh, { force: true }).catch(() => undefined);
  }
}
