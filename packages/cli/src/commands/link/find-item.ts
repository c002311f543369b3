import { InvalidArgumentError } from '@streamone/node';
import type { Item, ItemMediaLink } from '@streamone/core/catalogue';
import type { Context } from '../../program/context.js';
import type { GlobalOptions } from '../../program/global-options.js';

/** Asks for an item, archived or not. @throws NotFoundError when there is none of that ID; what the call throws */
export async function findItem(context: Context, id: string, options: GlobalOptions): Promise<Item> {
  const client = await context.client(options);
  // The same question as after an upload, answered at once: whatever the item is like, it will do.
  return client.waitForItem(id, { until: () => true, signal: context.signal });
}

/** The item's own link of a format. @throws InvalidArgumentError when it has none */
export async function ownLink(context: Context, id: string, format: string, options: GlobalOptions): Promise<string> {
  const { medialink } = await findItem(context, id, options);
  const links: Readonly<Record<string, string | undefined>> = { ...(medialink as ItemMediaLink | null) };
  const found = links[format];
  if (found) return found;
  const names = Object.keys(links).filter((name) => links[name]);
  throw new InvalidArgumentError({
    command: 'item',
    action: 'view',
    argument: '--format',
    expected:
      names.length === 0 ? 'an item that can be played: this one has no links yet' : `one of ${names.join(', ')}`,
    given: format,
    advice:
      names.length === 0 ? 'After an upload it takes a while; `streamone upload --wait` waits for it.' : undefined,
  });
}
