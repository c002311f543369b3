import type { Command } from 'commander';
import type { Context } from './context.js';

/** A command of this program beside those of the catalogue. */
export interface OwnCommand {
  readonly name: string;
  /** What it does, for the list of commands: known without loading it. */
  readonly summary: string;
  /** Loads what makes the command: only the one that is run, or whose help is asked for. */
  load(): Promise<(context: Context) => Command>;
}

/** The commands of this program, in the order of the help. Each has a folder or file of its own in `commands/`. */
export const ownCommands: readonly OwnCommand[] = [
  {
    name: 'configure',
    summary: 'make or change a profile, and check it',
    load: async () => (await import('../commands/configure/configure-command.js')).configureCommand,
  },
  {
    name: 'config',
    summary: 'tell what is set and where, keep profiles',
    load: async () => (await import('../commands/config/config-command.js')).configCommand,
  },
  {
    name: 'call',
    summary: 'call any action, also one that the catalogue lacks',
    load: async () => (await import('../commands/call-command.js')).callCommand,
  },
];
