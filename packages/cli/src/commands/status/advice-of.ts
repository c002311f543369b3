import type { StatusKind } from '@streamone/core/statuses';

const byCode: Readonly<Record<number, string>> = {
  2: 'Set the clock of this machine (NTP). The client reckons with the difference after the first refusal.',
  3: 'Check the ID and the key, that they belong together and to this address: `streamone doctor`, `streamone verify`.',
  4: 'Ask for a role with the token that the action needs: `streamone can <token>`.',
  5: 'Check the spelling of command and action; not every platform has each of them.',
  6: 'Check the arguments: `streamone <command> <action> --help`.',
  7: 'Send none but the parameters that the API knows; an argument belongs into the body.',
  8: 'Wait before the next login. Further tries only prolong it.',
  9: 'Give a zone by its IANA name, as Europe/Amsterdam.',
  10: 'Wait until the platform takes writes again; reads work.',
  280: 'Send the hash of version 2 too; `streamone login` does so where it is asked for.',
  281: 'Check name and password, and that the user may log in through applications. The platform does not say which it is.',
  282: 'Log in again: `streamone login`.',
  290: 'Check the ID of the account: `streamone whoami` lists where roles are held.',
};

const byKind: Readonly<Record<StatusKind, string>> = {
  ok: 'Nothing is wrong.',
  authentication: 'Check who signs and with which key: `streamone doctor`.',
  'access-denied':
    'Ask for a role that permits it: `streamone can <token>`. What is meant may also belong to another account.',
  'invalid-input': 'Correct what was sent: `streamone <command> <action> --help`.',
  'not-found': 'Check the ID, and the account that it is looked for in.',
  conflict: 'It is there or in use already: look at it first, then change that, or take another name.',
  'invalid-state': 'Wait for, or bring about, the state that it needs, then try again.',
  'rate-limited': 'Wait, then try again more slowly.',
  'read-only': 'Wait until the platform takes writes again; reads work.',
  session: 'Log in again: `streamone login`.',
  'clock-skew': 'Set the clock of this machine (NTP).',
  internal:
    'Try again later. Whether a write was carried out is not known: look before you repeat it. If it stays, ask the vendor.',
  unknown: 'The code is not in the table of known ones, and may be new. Go by the message that came with it.',
};

/** What to do about a status, in a sentence or two: ours, not the platform's. */
export function adviceOf(code: number, kind: StatusKind): string {
  return byCode[code] ?? byKind[kind];
}
