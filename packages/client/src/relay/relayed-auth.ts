import { InvalidArgumentError } from '@streamone/core';

/** Stands for who signs where a relay does: asking it is a mistake in the program. */
export function relayedAuth(): never {
  throw new InvalidArgumentError({
    argument: 'auth',
    expected: 'a client that signs its own requests',
    given: 'one whose requests are signed by a gateway',
  });
}
