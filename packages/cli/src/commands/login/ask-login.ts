import { InvalidArgumentError } from '@streamone/node';
import type { Context } from '../../program/context.js';

const isTerminal = (): boolean => process.stdin.isTTY && process.stderr.isTTY;

const isGiven = (text: string): true | string => text !== '' || 'It is needed.';

function needs(expected: string): InvalidArgumentError {
  return new InvalidArgumentError({ expected: `${expected}, since there is no terminal to ask on`, given: undefined });
}

/** Asks for the name. @throws InvalidArgumentError where there is no terminal */
export async function askUsername({ signal }: Context): Promise<string> {
  if (!isTerminal()) throw needs('--username');
  const { input } = await import('@inquirer/prompts');
  return (
    await input({ message: 'Username', validate: (text) => isGiven(text.trim()) }, { output: process.stderr, signal })
  ).trim();
}

/**
 * The password: from stdin where that is said, else asked for, and not shown.
 *
 * @throws InvalidArgumentError where there is no terminal, or stdin has none
 */
export async function takePassword(fromStdin: boolean, username: string, { signal }: Context): Promise<string> {
  if (fromStdin)
    return (await import('../../program/read-stdin.js')).readSecret('--password-stdin', 'a password', signal);
  if (!isTerminal()) throw needs('--password-stdin');
  const { password } = await import('@inquirer/prompts');
  return password(
    { message: `Password of ${username}`, mask: false, validate: isGiven },
    { output: process.stderr, signal },
  );
}
