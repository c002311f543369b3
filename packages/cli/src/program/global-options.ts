import type { Command } from 'commander';

/** Options that every command has. */
export interface GlobalOptions {
  readonly url?: string;
  /** One account, or several with commas between them. */
  readonly account?: string;
  readonly customer?: string;
  readonly timezone?: string;
  readonly json?: boolean;
}

/** Names that an argument's option can't have; such an argument goes by `--arg name=value`. */
export const takenNames: ReadonlySet<string> = new Set([
  'account',
  'arg',
  'customer',
  'help',
  'json',
  'timezone',
  'unset',
  'url',
]);

/** Gives a command the options that all have. */
export function addGlobalOptions(command: Command): Command {
  return command
    .option('--url <address>', 'address of the API (STREAMONE_API_URL)')
    .option('--account <id>', 'account to act in; several with commas (STREAMONE_DEFAULT_ACCOUNT_ID)')
    .option('--customer <id>', 'customer to act for')
    .option('--timezone <zone>', 'IANA zone of dates, as Europe/Amsterdam')
    .option('--json', 'print JSON on a terminal too');
}
