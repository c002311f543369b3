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
  /** Waits until every file is written. */
  settled(): Promise<void>;
}

/** Makes an empty shelf. A file that an earlier recording left for the same request is replaced. */
export function createShelf(folder: string): Shelf {
  const kept = new Map<string, Recording>();
  // One after the other, so that the last state of a file is what stays.
  let writing: Promise<unknown> = Promise.resolve();
  return {
    get recordings() {
      return [...kept.values()];
    },
    async keep(request, answer, refuses) {
      const name = fileName(request);
      const known = kept.get(name);
      if (known === undefined ? kept.size >= MOST_REQUESTS : known.answers.length >= MOST_ANSWERS) return undefined;
      const recording: Recording = { ...request, answers: [...(known?.answers ?? []), answer] };
      const text = `${JSON.stringify(recording, undefined, 2)}\n`;
      if (text.length > LONGEST_FILE) return undefined;
      if (refuses(text) || refuses(name)) throw new Error('a secret could not be masked');
      kept.set(name, recording);
      const written = writing.then(() => writeAtomically(join(folder, name), text));
      writing = written.catch(() => undefined);
      await written;
      return name;
    },
    async settled() {
      await writing;
    },
  };
}
