import type { UploadFile, UploadResult } from './upload-file.js';

/** Tells a person, or a program, on stderr how uploads go. */
export interface UploadReporter {
  /** A file is about to be sent. */
  start(file: UploadFile): void;
  /** So many of its bytes have left. */
  progress(file: UploadFile, sent: number): void;
  /** It has arrived, and is waited for until it can be played. */
  waiting(file: UploadFile, itemId: string): void;
  /** It is over with the file, one way or another. */
  end(result: UploadResult): void;
  /** Something else that a person should know. */
  say(text: string): void;
  /** All is over: the terminal is as it was. */
  close(): void;
}

/** Tells nothing but what a person must know. */
export const quietReporter: UploadReporter = {
  start: () => undefined,
  progress: () => undefined,
  waiting: () => undefined,
  end: ({ file, status, error }) => {
    if (error !== undefined && status !== 'not begun') quietReporter.say(`error: ${file.name}: ${error.message}`);
  },
  say: (text) => void process.stderr.write(`${printed(text)}\n`),
  close: () => undefined,
};

const printed = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '\uFFFD');

/** How it went with a file, on one line. */
export function resultInWords({ file, status, itemId, error }: UploadResult): string {
  const item = itemId === undefined ? '' : ` as ${itemId}`;
  const why = error === undefined ? '' : `: ${error.message}`;
  return printed(
    `${file.name}: ${status === 'skipped' ? `skipped, uploaded before${item}` : `${status}${item}`}${why}`,
  );
}

/** A file's name, for a terminal. */
export const nameInWords = ({ name }: UploadFile): string => printed(name);
