import type { Item } from '@streamone/core/catalogue';
import { effect } from '@preact/signals';
import { reconnections } from './connection.ts';
import { ItemPages } from './item-pages.ts';
import { type LibraryQuery, argumentsOf } from './library-query.ts';
import { person, standing } from './session.ts';

/** How many lists are kept, so that going back shows what was there at once. */
const KEPT = 8;

const lists = new Map<string, ItemPages>();

/** The list for a query in an account: the one from before, where there is one. */
export function listOf(query: LibraryQuery, account: string, zone: string): ItemPages {
  const args = argumentsOf(query, zone);
  const key = JSON.stringify([account, args]);
  const list = lists.get(key) ?? new ItemPages(args, account);
  lists.delete(key);
  lists.set(key, list);
  const [oldest] = lists.keys();
  if (lists.size > KEPT && oldest !== undefined) {
    lists.get(oldest)?.stop();
    lists.delete(oldest);
  }
  return list;
}

/** An item that some list has. */
export function knownItem(id: string): Item | undefined {
  for (const list of lists.values()) {
    const found = list.find(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Asks anew for what lists show, as after an upload. */
export function refreshLists(): void {
  const shown = [...lists].at(-1);
  for (const [key, list] of lists) {
    if (key === shown?.[0]) void list.refresh();
    else lists.delete(key);
  }
}

function retryLists(): void {
  for (const list of lists.values()) if (list.failure.peek() !== undefined) list.retry();
}

// Another person must not see what was here before.
person.subscribe(() => {
  for (const list of lists.values()) list.stop();
  lists.clear();
});

effect(() => {
  if (reconnections.value > 0 && standing.peek() === 'in') retryLists();
});

// What failed because the session had ended comes now.
effect(() => {
  if (standing.value === 'in') retryLists();
});
