import { InvalidArgumentError } from '@streamone/core';
import { type ClientInside, KernelClient } from '../client.js';

export type { ClientInside } from '../client.js';

/**
 * What a client is made of, for a program that calls on behalf of somebody else. Holds what signs: never to be
 * shown or logged.
 *
 * @throws InvalidArgumentError for a value that is no client of this copy of the package.
 */
export function lookInside(client: unknown): ClientInside {
  if (client instanceof KernelClient) return KernelClient.inside(client);
  throw new InvalidArgumentError({
    argument: 'client',
    expected: 'a client, as createClient() gives it',
    given: client,
    advice: 'One that another copy of the package made is not known here.',
  });
}
