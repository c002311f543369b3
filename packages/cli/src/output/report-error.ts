import { Status, isApiError, isStreamOneError } from '@streamone/node';

const UNREADABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Text from elsewhere with the characters taken out that would steer a terminal. */
export function printable(text: string): string {
  return text.replace(UNREADABLE, '\uFFFD');
}

/** Tells an error on stderr: one line for those of the API, with what to do where a session ended; the stack for a fault of ours. */
export function reportError(error: unknown): void {
  if (isStreamOneError(error)) process.stderr.write(`error: ${printable(error.message)}\n`);
  else process.stderr.write(`error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  if (isApiError(error, Status.SESSION_NOT_FOUND))
    process.stderr.write('the session has ended; run `streamone login`\n');
}
