import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InvalidArgumentError } from '@streamone/node';
import { statePath } from '../../config/state-path.js';
import { type Claim, claimFile } from './claim-file.js';
import type { UploadFile } from './upload-file.js';

/** How far an upload came: all bytes were handed over, or the platform has told that it has the file. */
export interface JournalEntry {
  readonly state: 'sent' | 'done' | 'none';
  readonly item?: string | undefined;
  /** When, in ISO 8601. */
  readonly at: string;
}

/** Where files go: the same file elsewhere is another upload. */
export interface UploadTarget {
  readonly url: string;
  /** An account, or a customer. */
  readonly scope: string;
  /** ID of an item that there is already. */
  readonly item: string;
}

/** What was uploaded, kept from run to run. */
export interface UploadJournal {
  /** Where it is kept. */
  readonly path: string;
  find(file: UploadFile): JournalEntry | undefined;
  /**
   * Claims a file for this run, so that another at the same moment leaves it alone. What that one did until then is found
   * from now on.
   */
  claim(file: UploadFile): Promise<Claim>;
  mark(file: UploadFile, state: JournalEntry['state'], item?: string): void;
}

const LARGEST = 64 * 1024 * 1024;

/** Where the journal is unless it is told, beside the rest of the command's state; `undefined` where there is no home. */
export const journalPath = (env: NodeJS.ProcessEnv): string | undefined => statePath(env, 'uploads.ndjson');

function readLines(path: string): Map<string, JournalEntry> {
  const entries = new Map<string, JournalEntry>();
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (text.length > LARGEST) throw new Error(`it is larger than ${LARGEST} bytes`);
  for (const line of text.split('\n')) {
    try {
      const { key, ...entry } = JSON.parse(line) as JournalEntry & { readonly key: unknown };
      entries.set(JSON.stringify(key), entry);
    } catch {
      // A line that a crash cut off. What it was about has one before it, or was not sent.
    }
  }
  return entries;
}

/**
 * Opens the journal, one line for each step of each file. Lines are only ever added, so that several runs can share it,
 * and a crash loses nothing. A file is the same as long as its path, size, time of change and target are.
 *
 * @param warn told when a line can't be written
 * @throws InvalidArgumentError when it can't be read or written.
 */
export function openJournal(path: string, target: UploadTarget, warn: (reason: string) => void): UploadJournal {
  let entries: Map<string, JournalEntry>;
  const keyOf = ({ path: of, size, modified }: UploadFile): unknown[] => {
    const { url, scope, item } = target;
    return [of, size, modified, url, scope, item];
  };
  let size = 0;
  const add = (text: string): void => {
    appendFileSync(path, text, { mode: 0o600, flush: true });
    size += Buffer.byteLength(text);
  };
  const read = (): Map<string, JournalEntry> => {
    // Before it is read: what comes in meanwhile is read the next time.
    size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    return readLines(path);
  };
  try {
    mkdirSync(dirname(resolve(path)), { recursive: true, mode: 0o700 });
    entries = read();
    // Learnt before the first file is sent, and a line that was cut off ends here.
    add('\n');
  } catch (error) {
    const advice = `${(error as Error).message}. Another file: --state FILE; without any, and so without resuming: --no-state.`;
    throw new InvalidArgumentError({
      argument: '--state',
      expected: 'a file that can be written',
      given: path,
      advice,
    });
  }
  return {
    path,
    find: (file) => entries.get(JSON.stringify(keyOf(file))),
    claim: async (file) => {
      const name = createHash('sha256')
        .update(JSON.stringify(keyOf(file)))
        .digest('hex')
        .slice(0, 32);
      try {
        const claim = await claimFile(`${path}.${name}.claim`);
        if ('release' in claim && statSync(path).size !== size) entries = read();
        return claim;
      } catch (error) {
        warn((error as Error).message);
        return { release: () => undefined };
      }
    },
    mark: (file, state, item) => {
      const entry = { state, item, at: new Date().toISOString() };
      const key = keyOf(file);
      entries.set(JSON.stringify(key), entry);
      try {
        add(`${JSON.stringify({ key, ...entry })}\n`);
      } catch (error) {
        warn((error as Error).message);
      }
    },
  };
}
