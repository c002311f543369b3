import { InvalidArgumentError } from '@streamone/node';
import { type Command, Option } from 'commander';

/** Options that every command has. */
export interface GlobalOptions {
  readonly profile?: string | undefined;
  readonly url?: string;
  /** One account, or several with commas between them; empty for none. */
  readonly account?: string;
  readonly customer?: string;
  /** Name of the person in whose session to act; empty for nobody's. */
  readonly session?: string;
  readonly timezone?: string;
  /** Reads the key from stdin. */
  readonly pskStdin?: boolean;
  /** Permits plain HTTP to another machine. */
  readonly insecure?: boolean;
  /** In seconds. */
  readonly timeout?: string;
  readonly retry?: string;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** Names that an argument's option can't have; such an argument goes by `--arg name=value`. */
export const takenNames: ReadonlySet<string> = new Set([
  'account',
  'all',
  'arg',
  'csv',
  'customer',
  'dry-run',
  'fields',
  'help',
  'insecure',
  'json',
  'json-args',
  'max',
  'ndjson',
  'paged',
  'profile',
  'psk',
  'psk-stdin',
  'query',
  'quiet',
  'raw',
  'retry',
  'session',
  'timeout',
  'timezone',
  'unset',
  'url',
  'verbose',
]);

const OPTIONS: readonly (readonly [flags: string, description: string])[] = [
  ['--profile <name>', 'profile to take settings from (STREAMONE_PROFILE)'],
  ['--url <address>', 'address of the API (STREAMONE_API_URL)'],
  ['--account <id>', "account to act in, several with commas, '' for none (STREAMONE_DEFAULT_ACCOUNT_ID)"],
  ['--customer <id>', 'customer to act for'],
  ['--session <username>', "act in this person's session, '' for none (STREAMONE_SESSION)"],
  ['--timezone <zone>', 'IANA zone of dates, as Europe/Amsterdam'],
  ['--psk-stdin', 'read the key from stdin'],
  ['--insecure', 'permit plain HTTP to another machine'],
  ['--timeout <seconds>', 'how long a call may take in all'],
  ['--retry <n>', 'how many attempts may follow a failed one'],
  ['--verbose', 'tell on stderr what is sent and answered'],
  ['--quiet', 'no notes on stderr, errors only'],
];

/** The options that every command has and that take a value, as they are written. */
export const valueOptions: ReadonlySet<string> = new Set(
  OPTIONS.filter(([flags]) => flags.includes('<')).map(([flags]) => flags.split(' ')[0] ?? ''),
);

/** The options that every command has and that take none. */
export const flagOptions: ReadonlySet<string> = new Set([
  '--json',
  ...OPTIONS.filter(([flags]) => !flags.includes('<')).map(([flags]) => flags),
]);

function refuseKey(): never {
  throw new InvalidArgumentError({
    argument: '--psk',
    expected: 'no key on the command line, where every other user of the machine can read it',
    given: 'one',
    advice: 'Pipe it in by --psk-stdin, keep it in a profile (`streamone configure`), or set STREAMONE_USER_PSK.',
  });
}

/** Gives a command the options that all have. */
export function addGlobalOptions(command: Command): Command {
  command.addOption(new Option('--json', 'print JSON on a terminal too').helpGroup('Output:'));
  for (const [flags, description] of OPTIONS) {
    command.addOption(new Option(flags, description).helpGroup('Common options:'));
  }
  return command.addOption(new Option('--psk [key]').hideHelp().argParser(refuseKey));
}
