import { parseArgs } from 'node:util';
import type { SocketOptions } from '../test-server-options.js';
import { wholeNumber } from './whole-number.js';

/** What the command line asks for. */
export interface CommandLine {
  /** Options of the server. */
  readonly server: SocketOptions;
  /** Whether to explain refusals on the standard error. */
  readonly explain: boolean;
  /** Whether to print one JSON line instead of a text. */
  readonly json: boolean;
  /** Whether to stop when the standard input ends. */
  readonly untilStdinCloses: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

const options = {
  port: { type: 'string', default: '0' },
  host: { type: 'string', default: '127.0.0.1' },
  'allow-remote': { type: 'boolean', default: false },
  admin: { type: 'boolean' },
  'no-admin': { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
  scenario: { type: 'string', default: 'studio' },
  cors: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  'explain-response': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'until-stdin-closes': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** Reads the command line. @throws InvalidArgumentError, or parseArgs's TypeError, for what it doesn't understand. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
  const admin = values['no-admin'] ? false : values.admin;
  return {
    server: {
      port: wholeNumber('port', values.port),
      host: values.host,
      allowRemote: values['allow-remote'],
      ...(admin !== undefined && { admin }),
      seed: wholeNumber('seed', values.seed),
      scenario: values.scenario,
      cors: values.cors,
      explain: values['explain-response'],
    },
    explain: values.explain,
    json: values.json,
    untilStdinCloses: values['until-stdin-closes'],
    help: values.help,
    version: values.version,
  };
}
