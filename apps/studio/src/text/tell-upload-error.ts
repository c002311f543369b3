import type { QueueError } from '@streamone/browser';

const BY_CODE: Readonly<Record<string, string>> = {
  'too-large': 'the file is larger than the studio takes.',
  'too-slow': 'the network was too slow.',
  'not-allowed': 'the studio takes no uploads.',
  'no-session': 'you were signed out.',
  'session-ended': 'your session had ended.',
  'upstream-failed': 'the platform did not answer.',
  busy: 'there is too much at once; try again in a moment.',
};

const BY_NAME: Readonly<Record<string, string>> = {
  AccessDeniedError: 'you may not upload here.',
  NetworkError: 'the network broke off.',
  TimeoutError: 'the network stood still.',
  ReadOnlyError: 'the platform takes nothing in for now.',
};

/** Says in words why an upload failed. */
export function tellUploadError(error: QueueError | undefined): string {
  if (error === undefined) return 'the reason is not known.';
  return BY_CODE[error.code ?? ''] ?? BY_NAME[error.name] ?? error.message;
}
