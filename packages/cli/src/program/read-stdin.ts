import { addAbortSignal } from 'node:stream';
import { InvalidArgumentError } from '@streamone/node';

let taken: string | undefined;

/**
 * Everything that is piped into the command, as text. It can be read once.
 *
 * @param by the option that wants it
 * @param most how many bytes it may be
 * @throws InvalidArgumentError when another option has it, nothing is piped, or it is too long.
 */
export async function readStdin(by: string, most: number, signal: AbortSignal): Promise<string> {
  if (taken !== undefined) {
    throw new InvalidArgumentError({ expected: 'stdin for one option', given: `${taken} and ${by}` });
  }
  taken = by;
  if (process.stdin.isTTY) {
    const advice = `As in: pass show streamone | streamone … ${by}`;
    throw new InvalidArgumentError({
      argument: by,
      expected: 'something piped into the command',
      given: 'a terminal',
      advice,
    });
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of addAbortSignal(signal, process.stdin) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) {
      throw new InvalidArgumentError({ argument: by, expected: `at most ${most} bytes on stdin`, given: 'more' });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * A secret that is piped into the command: one line.
 *
 * @param by the option that wants it
 * @param what it is, as `a key`
 * @throws InvalidArgumentError when it is empty or more than a line.
 */
export async function readSecret(by: string, what: string, signal: AbortSignal): Promise<string> {
  const secret = (await readStdin(by, 4096, signal)).replace(/\r?\n$/, '');
  if (secret !== '' && !/[\r\n]/.test(secret)) return secret;
  const given = secret === '' ? 'nothing' : 'several lines';
  throw new InvalidArgumentError({ argument: by, expected: `${what} on one line of stdin`, given });
}

/**
 * The key that is piped into the command: one line.
 *
 * @throws InvalidArgumentError when it is empty or more than a line.
 */
export const readPsk = (signal: AbortSignal): Promise<string> => readSecret('--psk-stdin', 'a key', signal);
