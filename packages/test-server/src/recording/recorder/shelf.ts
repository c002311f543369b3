import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordedAnswer, RecordedRequest, Recording } from '../recording.js';
import { fileName } from './file-name.js';
import { writeAtomically } from './write-atomically.js';

/** More requests than anybody wants to read; what comes then is not kept. */
const MOST_REQUESTS = 10_000;
/** A program that polls would make its file grow for ever. */
const MOST_ANSWERS = 200;
/** Characters of one file. */
const LONGEST_FILE = 16_777_216;

/** Where recordings are kept: in memory, and in one file for each request. */
export interface Shelf {
  readonly recordings: readonly Recording[];
  /**
   * Adds an answer, and writes the file of the request.
   *
   * @param refuses whether a file may not be written, since it has a secret in it
   * @returns the file's name within the folder; `undefined` where a limit was reached
   * @throws Node's own error when the file can't be written; an Error when it is refused.
   */
  keep(
    request: RecordedRequest,
    answer: RecordedAnswer,
    refuses: (text: string) => boolean,
  ): Promise<string | undefined>;
  /**
   * Masks anew what is kept already, in memory and in the files, where a secret is in it that was not known then.
   *
   * @param has whether such a secret is in a text
   * @throws Node's own error when a file can't be written.
   */
  maskAgain(has: (text: string) => boolean, mask: (recording: Recording) => Recording): Promise<void>;
  /** Waits until every file is written. */
  settled(): Promise<void>;
}

interface Kept {
  readonly recording: Recording;
  /** What is in its file. */
  readonly text: string;
}

function keptOf(recording: Recording): Kept {
  return { recording, text: `${JSON.stringify(recording, undefined, 2)}\n` };
}

/** Makes an empty shelf. A file that an earlier recording left for the same request is replaced. */
export function createShelf(folder: string): Shelf {
  const shelf = new Map<string, Kept>();
  // One after the other, so that the last state of a file is what stays.
  let writing: Promise<unknown> = Promise.resolve();
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const written = writing.then(write);
    writing = written.catch(() => undefined);
    return written;
  };
  const put = (name: string, kept: Kept): Promise<void> => {
    shelf.set(name, kept);
    return inTurn(() => writeAtomically(join(folder, name), kept.text));
  };
  const drop = (name: string): Promise<void> => {
    shelf.delete(name);
    return inTurn(() => rm(join(folder, name), { force: true }));
  };
  return {
    get recordings() {
      return Array.from(shelf.values(), ({ recording }) => recording);
    },
    async keep(request, answer, refuses) {
      const name = fileName(request);
      const known = shelf.get(name)?.recording;
      if (known === undefined ? shelf.size >= MOST_REQUESTS : known.answers.length >= MOST_ANSWERS) return undefined;
      const kept = keptOf({ ...request, answers: [...(known?.answers ?? []), answer] });
      if (kept.text.length > LONGEST_FILE) return undefined;
      if (refuses(kept.text) || refuses(name)) throw new Error('a secret could not be masked');
      await put(name, kept);
      return name;
    },
    async maskAgain(has, mask) {
      const writes: Promise<void>[] = [];
      for (const [name, { recording, text }] of shelf) {
        if (!has(text)) continue;
        const masked = mask(recording);
        const now = fileName(masked);
        // Masked, two requests may have become one.
        const { answers = [] } = (now === name ? undefined : shelf.get(now)?.recording) ?? {};
        writes.push(put(now, keptOf({ ...masked, answers: [...answers, ...masked.answers].slice(0, MOST_ANSWERS) })));
        if (now !== name) writes.push(drop(name));
      }
      await Promise.all(writes);
    },
    async settled() {
      await writing;
    },
  };
}
