import { open } from 'node:fs/promises';
import { InvalidArgumentError } from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';
import type { Context } from '../program/context.js';
import { readStdin } from '../program/read-stdin.js';
import { parseValue } from './parse-value.js';
import { isSecretArgument, refuseSecret } from './secret-argument.js';

const OPTION = '--json-args';
const EXPECTED = 'an object of arguments as JSON, @file, or - for stdin';
const LARGEST = 16 * 1024 * 1024;

async function readFile(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size <= LARGEST) return await file.readFile('utf8');
      throw new InvalidArgumentError({ argument: OPTION, expected: `a file of at most ${LARGEST} bytes`, given: size });
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw error;
    const advice = error instanceof Error ? error.message : String(error);
    throw new InvalidArgumentError({ argument: OPTION, expected: 'a file that can be read', given: path, advice });
  }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // What can't be read is not repeated: it may hold a secret.
    throw new InvalidArgumentError({ argument: OPTION, expected: EXPECTED, given: 'text that is no JSON' });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new InvalidArgumentError({
    argument: OPTION,
    expected: EXPECTED,
    given: Array.isArray(value) ? 'a list' : value,
  });
}

/** Dates are text in JSON; everything else is of its own type there. */
function typed(action: Action | undefined, name: string, value: unknown): unknown {
  const type = action !== undefined && Object.hasOwn(action.arguments, name) ? action.arguments[name]?.type : undefined;
  return type?.name === 'DateTime' && typeof value === 'string' ? parseValue(type, value) : value;
}

/**
 * Reads the arguments of `--json-args`: an object by name, in the option itself, in `@file`, or from
 * stdin by `-`; null unsets. A secret may stand in a file or on stdin alone.
 *
 * @throws InvalidArgumentError when it is no such object.
 */
export async function readJsonArgs(
  context: Context,
  action: Action | undefined,
  given: string | undefined,
): Promise<readonly (readonly [string, unknown])[]> {
  if (given === undefined) return [];
  const elsewhere = given === '-' || given.startsWith('@');
  const text = given === '-' ? await readStdin(`${OPTION} -`, LARGEST, context.signal) : undefined;
  const args = parse(text ?? (elsewhere ? await readFile(given.slice(1)) : given));
  if (!elsewhere) Object.keys(args).filter(isSecretArgument).forEach(refuseSecret);
  return Object.entries(args).map(([name, value]) => [name, typed(action, name, value)] as const);
}
