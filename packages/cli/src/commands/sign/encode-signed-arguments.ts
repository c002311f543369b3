import { InvalidArgumentError } from '@streamone/node';
import type { Action } from '@streamone/core/catalogue';

/** An action as it is signed: of one that the catalogue lacks, only the name is known. */
export type SignedAction = Pick<Action, 'command' | 'action'> & Partial<Pick<Action, 'arguments'>>;

/** An argument as it goes into a request. */
export type SignedArgument = readonly [name: string, value: string | number | boolean | null];

/** A value of an argument of which no type is known. */
function plain(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(plain).join(',');
  throw new InvalidArgumentError({ expected: 'text, a number, true, false, null, or a list of them', given: value });
}

/** The arguments as text, as the client writes them. @throws InvalidArgumentError naming the one that does not fit */
export function encodeSignedArguments(
  { command, action, arguments: declared }: SignedAction,
  args: Readonly<Record<string, unknown>>,
): SignedArgument[] {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  return given.map(([name, value]): SignedArgument => {
    if (value === null) return [name, null];
    const type = declared !== undefined && Object.hasOwn(declared, name) ? declared[name]?.type : undefined;
    try {
      return [name, type === undefined ? plain(value) : type.encode(value)];
    } catch (error) {
      throw error instanceof InvalidArgumentError ? error.at({ command, action, argument: name }) : error;
    }
  });
}
