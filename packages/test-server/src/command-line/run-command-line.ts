import { isStreamOneError } from '@streamone/core';
import { isLoopback } from '../adapters/is-loopback.js';
import { type CommandLine, readCommandLine } from './read-command-line.js';
import { stopOnRequest } from './stop-on-request.js';
import { UNOFFICIAL, helpText, refusalText, startedJson, startedText } from './texts.js';

/** Who runs the command line: it may be a command of another program. */
export interface CommandLineOptions {
  /** What the command is called in its texts; `streamone-test-server` unless given. */
  readonly name?: string;
  /** What `--version` tells. */
  readonly version: string;
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** Ends with one line on the standard error. 2: the command line is wrong; 1: the server can't start. */
function fail(error: unknown, code: 1 | 2, name: string): void {
  const message = error instanceof Error ? error.message.split('\n', 1)[0] : 'unknown error';
  const advice = isTaken(error) ? '; give another port, as --port 0 for a free one' : '';
  process.stderr.write(`${name}: ${message}${advice}\n`);
  process.exitCode = code;
}

async function start({ server: options, json, explain, untilStdinCloses }: CommandLine): Promise<void> {
  // Help and version do without.
  const { startTestServer } = await import('../start-test-server.js');
  const server = await startTestServer({
    ...options,
    ...(explain && { onRefusal: (entry) => process.stderr.write(`${refusalText(entry)}\n`) }),
  });
  stopOnRequest(() => server.close(), untilStdinCloses);
  const hasInspector = options.admin ?? isLoopback(options.host ?? '127.0.0.1');
  process.stdout.write(`${(json ? startedJson : startedText)(server, hasInspector)}\n`);
}

/** Runs a command about recordings. What it throws is about the command line, but for what the system refuses. */
async function runRecordingCommand(
  command: 'record' | 'replay' | 'drift',
  args: readonly string[],
  name: string,
): Promise<void> {
  try {
    const { recordingCommands } = await import('./recording-commands.js');
    await recordingCommands[command](args, name);
  } catch (error) {
    fail(error, isStreamOneError(error) || error instanceof TypeError ? 2 : 1, name);
  }
}

/**
 * Runs the command line of the test server: starts it, or records, replays, tells of drift. It tells of errors itself
 * and sets the exit code. A server that was started runs on after this: it ends by SIGINT or SIGTERM, or as the
 * arguments say.
 *
 * @param args without Node and the script
 */
export async function runCommandLine(
  args: readonly string[],
  { name = 'streamone-test-server', version }: CommandLineOptions,
): Promise<void> {
  const [first, ...rest] = args;
  if (first === 'record' || first === 'replay' || first === 'drift') {
    await runRecordingCommand(first, rest, name);
    return;
  }
  let commandLine: CommandLine;
  try {
    commandLine = readCommandLine(args);
  } catch (error) {
    fail(error, 2, name);
    return;
  }
  if (commandLine.help) process.stdout.write(helpText(name));
  else if (commandLine.version) process.stdout.write(`${version} (${UNOFFICIAL})\n`);
  else {
    try {
      await start(commandLine);
    } catch (error) {
      fail(error, isStreamOneError(error) ? 2 : 1, name);
    }
  }
}
