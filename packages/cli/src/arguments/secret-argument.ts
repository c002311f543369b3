import { InvalidArgumentError } from '@streamone/node';

const SECRET = /(password|passwd|psk|secret|v2hash)$/i;

/** Whether an argument of this name must not stand on the command line, where every other user could read it. */
export const isSecretArgument = (name: string): boolean => SECRET.test(name);

/** @throws InvalidArgumentError when an argument of this name is a secret. */
export function refuseSecret(name: string): void {
  if (!isSecretArgument(name)) return;
  throw new InvalidArgumentError({
    argument: name,
    expected: 'no secret on the command line, where every other user of the machine can read it',
    given: 'one',
    advice: `Pipe it in: echo '{"${name}": "…"}' | streamone … --json-args -`,
  });
}
