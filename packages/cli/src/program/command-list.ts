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
    name: 'login',
    summary: 'log in through an application, and keep the session',
    load: async () => (await import('../commands/login/login-command.js')).loginCommand,
  },
  {
    name: 'logout',
    summary: 'end the session',
    load: async () => (await import('../commands/logout/logout-command.js')).logoutCommand,
  },
  {
    name: 'whoami',
    summary: 'tell who signs, where, and with which roles',
    load: async () => (await import('../commands/whoami/whoami-command.js')).whoamiCommand,
  },
  {
    name: 'can',
    summary: 'tell whether something is allowed, and why not',
    load: async () => (await import('../commands/can/can-command.js')).canCommand,
  },
  {
    name: 'status',
    summary: 'explain a status code, list them all',
    load: async () => (await import('../commands/status/status-command.js')).statusCommand,
  },
  {
    name: 'doctor',
    summary: 'check address, TLS, clock, credentials, rights, account',
    load: async () => (await import('../commands/doctor/doctor-command.js')).doctorCommand,
  },
  {
    name: 'call',
    summary: 'call any action, also one that the catalogue lacks',
    load: async () => (await import('../commands/call-command.js')).callCommand,
  },
  {
    name: 'upload',
    summary: 'upload files, with progress, several at once',
    load: async () => (await import('../commands/upload/upload-command.js')).uploadCommand,
  },
  {
    name: 'link',
    summary: 'make links to media, posters and players',
    load: async () => (await import('../commands/link/link-command.js')).linkCommand,
  },
  {
    name: 'open',
    summary: "open an item's player page in a browser",
    load: async () => (await import('../commands/open/open-command.js')).openCommand,
  },
  {
    name: 'sign',
    summary: 'print a signed request, with what was signed',
    load: async () => (await import('../commands/sign/sign-command.js')).signCommand,
  },
  {
    name: 'verify',
    summary: 'check a request or a signed link, and say what is wrong',
    load: async () => (await import('../commands/verify/verify-command.js')).verifyCommand,
  },
  {
    name: 'test-server',
    summary: 'run a StreamOne to test against',
    load: async () => (await import('../commands/test-server/test-server-command.js')).testServerCommand,
  },
  {
    name: 'completion',
    summary: 'print the completion script of bash, zsh or fish',
    load: async () => (await import('../commands/completion/completion-command.js')).completionCommand,
  },
];
