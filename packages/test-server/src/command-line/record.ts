import { parseArgs } from 'node:util';
import { InvalidArgumentError } from '@streamone/core';
import { printableLine } from '../explain/printable-text.js';
import { driftText } from '../recording/drift/drift-text.js';
import { startRecorder } from '../recording/start-recorder.js';
import { recordHelp } from './recording-texts.js';
import { stopOnRequest } from './stop-on-request.js';
import { wholeNumber } from './whole-number.js';

const options = {
  target: { type: 'string' },
  output: { type: 'string' },
  mask: { type: 'string', default: 'userip' },
  port: { type: 'string', default: '0' },
  host: { type: 'string', default: '127.0.0.1' },
  'allow-remote': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'until-stdin-closes': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function required(option: string, given: string | undefined, expected: string): string {
  if (given !== undefined && given !== '') return given;
  throw new InvalidArgumentError({ argument: `--${option}`, expected, given });
}

/** Keys that the environment has for clients: masked as well, in case an answer repeats one. */
function ownKeys({ STREAMONE_USER_PSK, STREAMONE_APP_PSK }: NodeJS.ProcessEnv): string[] {
  return [STREAMONE_USER_PSK, STREAMONE_APP_PSK].filter((key) => key !== undefined && key !== '') as string[];
}

/** Runs `record`: records until it is stopped, then tells what differs from the catalogue. */
export async function record(args: readonly string[], name: string): Promise<void> {
  const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
  if (values.help) {
    process.stdout.write(recordHelp(name));
    return;
  }
  const target = required('target', values.target, 'the base URL of the API');
  const folder = required('output', values.output, 'a folder for the recordings');
  const { json } = values;
  const recorder = await startRecorder({
    target,
    folder,
    mask: values.mask.split(',').filter((each) => each !== ''),
    secrets: ownKeys(process.env),
    port: wholeNumber('port', values.port),
    host: values.host,
    allowRemote: values['allow-remote'],
    onRecorded: ({ file }) => void (json || process.stdout.write(`  ${file}\n`)),
    onProblem: (problem) => process.stderr.write(`${printableLine(problem)}\n`),
  });
  stopOnRequest(async () => {
    await recorder.close();
    const drift = recorder.drift();
    const recordings = recorder.recordings.length;
    process.stdout.write(json ? `${JSON.stringify({ recordings, drift })}\n` : `\n${driftText(drift)}\n`);
  }, values['until-stdin-closes']);
  const text = `Recording ${target} to ${folder}. Use this URL in its place:

  ${recorder.url}

Your client signs with its own keys; no secret is stored. Stop it with Ctrl-C.
`;
  process.stdout.write(json ? `${JSON.stringify({ url: recorder.url, target, output: folder })}\n` : text);
}
