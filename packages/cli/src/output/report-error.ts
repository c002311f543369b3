import { Status, isApiError, isStreamOneError } from '@streamone/node';
import { wrapped } from './wrap-paragraphs.js';

// Besides control characters those that turn the direction of the text, also of what is next to it.
const UNREADABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** What the library advises its callers, and what that is on the command line. */
const ADVICE: readonly (readonly [string, string])[] = [
  [
    'Give it to createClient, to with(), or to this call: { account }.',
    '--account gives it; `streamone configure` keeps one in the profile.',
  ],
  ['allowInsecure: true permits', '--insecure permits'],
];

/** Text from elsewhere with the characters taken out that would steer a terminal. */
export function printable(text: string): string {
  return text.replace(UNREADABLE, '\uFFFD');
}

/** What the library says of something that nobody gave. */
const NOT_GIVEN = /\bexpected ([^]+?), given undefined\./;

/** The message of an error of the library, with words and advice for who types a command. */
export const ownWords = (message: string): string =>
  ADVICE.reduce((text, [theirs, ours]) => text.replace(theirs, ours), message.replace(NOT_GIVEN, 'missing: $1.'));

/** Tells an error on stderr: one line for those of the API, with what to do where a session ended; the stack for a fault of ours. */
export function reportError(error: unknown): void {
  if (isStreamOneError(error))
    process.stderr.write(wrapped(`error: ${printable(ownWords(error.message))}\n`, process.stderr));
  else process.stderr.write(`error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  if (isApiError(error, Status.SESSION_NOT_FOUND))
    process.stderr.write('the session has ended; run `streamone login`\n');
}
