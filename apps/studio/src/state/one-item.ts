import { InvalidArgumentError } from '@streamone/browser';
import type { Item } from '@streamone/core/catalogue';
import { type Signal, signal } from '@preact/signals';
import { client } from '../client.ts';
import { knownItem } from './lists.ts';

/** An item that is looked at: from a list at first, then as the platform has it now. */
export interface OneItem {
  readonly item: Signal<Item | undefined>;
  /** Whether the platform says that there is none. */
  readonly isMissing: Signal<boolean>;
  readonly failure: Signal<unknown>;
  load(signal?: AbortSignal): Promise<void>;
}

/** Looks at an item, archived or not. */
export function oneItem(id: string, account: string): OneItem {
  const one = {
    item: signal(knownItem(id)),
    isMissing: signal(false),
    failure: signal<unknown>(undefined),
    async load(end?: AbortSignal): Promise<void> {
      one.failure.value = undefined;
      try {
        const found = await client.item.view(
          { item: [id], archived: null, showfiles: true, limit: 1 },
          { account, signal: end },
        );
        const [item] = found;
        one.isMissing.value = item === undefined;
        if (item !== undefined) one.item.value = item;
      } catch (error) {
        if (end?.aborted === true) return;
        // An ID that can't be one, as in an address that was cut off.
        if (error instanceof InvalidArgumentError) one.isMissing.value = true;
        else one.failure.value = error;
      }
    },
  };
  return one;
}
