import { readFileSync } from 'node:fs';
import { isStreamOneError } from '@streamone/core';
import { type CommandLine, readCommandLine } from './command-line/read-command-line.js';
import { stopOnRequest } from './command-line/stop-on-request.js';
import { HELP, UNOFFICIAL, refusalText, startedJson, startedText } from './command-line/texts.js';
import { startTestServer } from './start-test-server.js';

/** Ends with one line on the standard error. 2: the command line is wrong; 1: the server can't start. */
function fail(error: unknown, code: 1 | 2): void {
  const message = error instanceof Error ? error.message : 'unknown error';
  process.stderr.write(`streamone-test-server: ${message.split('\n', 1)[0]}\n`);
  process.exitCode = code;
}

function version(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}

async function start({ server: options, json, explain, untilStdinCloses }: CommandLine): Promise<void> {
  const server = await startTestServer({
    ...options,
    ...(explain && { onRefusal: (entry) => process.stderr.write(`${refusalText(entry)}\n`) }),
  });
  stopOnRequest(() => server.close(), untilStdinCloses);
  process.stdout.write(`${json ? startedJson(server) : startedText(server)}\n`);
}

/** Runs a command about recordings. What it throws is about the command line, but for what the system refuses. */
async function runRecordingCommand(name: 'record' | 'replay' | 'drift', args: readonly string[]): Promise<void> {
  try {
    const { recordingCommands } = await import('./command-line/recording-commands.js');
    await recordingCommands[name](args);
  } catch (error) {
    fail(error, isStreamOneError(error) || error instanceof TypeError ? 2 : 1);
  }
}

/** Runs the command. */
async function main(): Promise<void> {
  const [first, ...rest] = process.argv.slice(2);
  if (first === 'record' || first === 'replay' || first === 'drift') {
    await runRecordingCommand(first, rest);
    return;
  }
  let commandLine: CommandLine;
  try {
    commandLine = readCommandLine(process.argv.slice(2));
  } catch (error) {
    fail(error, 2);
    return;
  }
  if (commandLine.help) process.stdout.write(HELP);
  else if (commandLine.version) process.stdout.write(`${version()} (${UNOFFICIAL})\n`);
  else {
    try {
      await start(commandLine);
    } catch (error) {
      fail(error, isStreamOneError(error) ? 2 : 1);
    }
  }
}

void main();
