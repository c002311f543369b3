import type { CatalogueKey } from '@streamone/core/catalogue';
import { expect } from 'vitest';
import type { ExpectedRequest } from './expected-request.js';
import { toHaveReceived } from './to-have-received.js';

export type { ExpectedArguments, ExpectedRequest } from './expected-request.js';
export { type ServerFixtures, serverTest } from './server-test.js';

declare module 'vitest' {
  // The parameters must be named and bounded as vitest's own.
  // oxlint-disable-next-line no-unused-vars
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /**
     * Passes when a test server received a request of an action, as `item/view`, that was such as is expected.
     *
     * @throws InvalidArgumentError for an action that the server neither has nor was asked for.
     */
    toHaveReceived<const Key extends CatalogueKey | (string & Record<never, never>)>(
      action: Key,
      expected?: ExpectedRequest<Key>,
    ): R;
  }
}

expect.extend({
  toHaveReceived(server: unknown, action: string, expected?: ExpectedRequest) {
    return toHaveReceived(this, server, action, expected);
  },
});
