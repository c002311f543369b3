import { InvalidArgumentError } from '@streamone/core';

/** The oldest Node that has all that is used, as `engines` in package.json says. */
const [MAJOR, MINOR] = [22, 19];

/**
 * Says at once that Node is too old: what it lacks would show in the first call, as a fault of the network.
 *
 * @throws InvalidArgumentError naming the version. Other runtimes tell a version of Node too, and are let pass.
 */
export function checkNodeVersion({ node, bun, deno }: Readonly<Record<string, string | undefined>>): void {
  if (node === undefined || bun !== undefined || deno !== undefined) return;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return;
  throw new InvalidArgumentError({
    argument: 'Node',
    expected: `version ${MAJOR}.${MINOR} or newer`,
    given: node,
    advice: 'Run the program with a newer Node: `node --version` tells which one it is.',
  });
}
