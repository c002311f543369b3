import { KernelClient, type ClientFamily } from './client.js';
import { type ActionTable, defineCommandMembers } from './commands/command-members.js';
import type { RuntimeMember, RuntimeParts } from './options/client-options.js';
import type { ResolvedOptions } from './options/resolve-options.js';
import { ClockOffset } from './pipeline/clock-offset.js';
import type { StreamOneClient } from './stream-one-client.js';

/** Runtimes that don't know the symbol yet have no `await using` either; a name of our own does no harm there. */
const ASYNC_DISPOSE: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose');

/**
 * Makes the first client of a family: those that `with`, `login` and `resume` derive share its
 * commands, what it learns of the clock, and what it knows of rights.
 */
export function createClientFamily(
  options: ResolvedOptions,
  table: ActionTable,
  { members = {}, properties = {} }: Pick<RuntimeParts, 'members' | 'properties'> = {},
): StreamOneClient {
  // Its name is what a dump of a client shows.
  class StreamOne extends KernelClient {
    [ASYNC_DISPOSE](): Promise<void> {
      return KernelClient.dispose(this);
    }
  }
  defineCommandMembers(StreamOne.prototype, table, (client, action, args, given) =>
    KernelClient.run(client as KernelClient, action, args, given),
  );
  const all: Readonly<Record<string, RuntimeMember>> = { ...options.sessions?.members, ...members };
  for (const [name, member] of Object.entries(all)) {
    Object.defineProperty(StreamOne.prototype, name, {
      value(this: StreamOneClient, ...args: never[]): unknown {
        return member(this, ...args);
      },
    });
  }
  for (const [name, read] of Object.entries(properties)) {
    Object.defineProperty(StreamOne.prototype, name, {
      get(this: StreamOneClient): unknown {
        return read(this);
      },
    });
  }
  const family: ClientFamily = {
    table,
    clockOffset: new ClockOffset(),
    name: Math.random().toString(36).slice(2, 8),
    calls: 0,
    create: (derived) => new StreamOne(derived, family),
  };
  return family.create(options) as unknown as StreamOneClient;
}
