import { InvalidArgumentError, nearestName } from '@streamone/core';
import type { FaultOptions } from './fault.js';

/** The command under which uploads take their faults; they have no action. */
const UPLOAD = 'upload';

function refuse(argument: string, expected: string, given: string, advice: string | undefined): never {
  throw new InvalidArgumentError({ argument, expected, given, advice });
}

function advise(given: string, names: readonly string[]): string | undefined {
  const [command, action] = given.split('/').filter((part) => part !== '' && part !== 'api');
  if (given.includes('/') && action !== undefined) {
    return `The two go apart: { "command": "${command}", "action": "${action}" }.`;
  }
  if (given === 'media') return 'Media links have no faults.';
  const nearest = nearestName(given, names);
  return nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
}

/**
 * Checks that a fault is for something that the server answers: a slip in a name would wait forever.
 *
 * @param actions the server's, as `item/view`
 * @throws InvalidArgumentError naming the option that is wrong.
 */
export function checkFaultTarget({ command, action }: FaultOptions, actions: readonly string[], place: string): void {
  const pairs = actions.map((name) => name.split('/'));
  const commands = [...new Set(pairs.flatMap(([name = '']) => name)), UPLOAD];
  if (command !== undefined && !commands.includes(command)) {
    const own = `one of the server's commands ${commands.join(', ')}`;
    refuse(`${place}.command`, own, command, advise(command, commands));
  }
  if (action === undefined) return;
  if (command === UPLOAD) refuse(`${place}.action`, 'none with the command upload', action, undefined);
  const names = new Set(pairs.flatMap(([of, name = '']) => (command === undefined || of === command ? name : [])));
  if (names.has(action)) return;
  const expected =
    command === undefined ? "an action of one of the server's commands" : `one of ${[...names].join(', ')}`;
  refuse(`${place}.action`, expected, action, advise(action, [...names]));
}
