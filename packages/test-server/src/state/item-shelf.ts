import type { Item } from './media-records.js';
import { AccountShelf } from './shelf/account-shelf.js';
import type { ItemCondition } from './shelf/item-condition.js';
import { type ItemOrder, compareItems } from './shelf/item-order.js';

/** Which items are asked for. */
export interface ItemSelection {
  /** IDs of their accounts, each once. */
  readonly accounts: readonly string[];
  readonly conditions: readonly ItemCondition[];
  readonly order: ItemOrder;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** A page of items, and how many there are in all. */
export interface SelectedItems {
  readonly rows: readonly Item[];
  readonly count: number;
}

/** The items that pass in one account, from the end that is shown first. */
interface Passing {
  readonly length: number;
  at(place: number): Item;
}

/** The first items of several lists, of which each is in order. */
function merged(lists: readonly Passing[], most: number, before: (a: Item, b: Item) => boolean): Item[] {
  const heads = lists.flatMap((list) => (list.length === 0 ? [] : [{ list, place: 0, item: list.at(0) }]));
  const rows: Item[] = [];
  while (rows.length < most && heads.length > 0) {
    const first = heads.reduce((best, head) => (before(head.item, best.item) ? head : best));
    rows.push(first.item);
    first.place++;
    if (first.place < first.list.length) first.item = first.list.at(first.place);
    else heads.splice(heads.indexOf(first), 1);
  }
  return rows;
}

/** Items by account, ready to be listed: in every order and by every filter that was asked for. */
export class ItemShelf {
  readonly #accounts = new Map<string, AccountShelf>();

  /** Puts an item in, out, or another in its place. */
  changed(before: Item | undefined, after: Item | undefined): void {
    if (before !== undefined && before.account === after?.account) {
      this.#account(after.account).replace(before, after);
      return;
    }
    if (before !== undefined) this.#account(before.account).remove(before);
    if (after !== undefined) this.#account(after.account).add(after);
  }

  /** Puts exactly these items in the place of all. */
  replaced(items: Iterable<Item>): void {
    this.#accounts.clear();
    for (const item of items) this.changed(undefined, item);
  }

  /** A page of the items that pass every condition, equal ones in the order of their IDs, so that pages never overlap. */
  select({ accounts, conditions, order, descending, limit, offset }: ItemSelection): SelectedItems {
    const lists = accounts.map((id): Passing => {
      const shelf = this.#account(id);
      const slots = shelf.select(order, conditions);
      const { length } = slots;
      return { length, at: (place) => shelf.at(slots[descending ? length - 1 - place : place] ?? -1) };
    });
    const count = lists.reduce((sum, { length }) => sum + length, 0);
    const [only] = lists;
    if (only !== undefined && lists.length === 1) {
      const length = Math.max(0, Math.min(limit, count - offset));
      return { rows: Array.from({ length }, (_, at) => only.at(offset + at)), count };
    }
    const sign = descending ? -1 : 1;
    const rows = merged(lists, offset + limit, (a, b) => sign * compareItems(order, a, b) < 0).slice(offset);
    return { rows, count };
  }

  #account(id: string): AccountShelf {
    let shelf = this.#accounts.get(id);
    if (shelf === undefined) {
      shelf = new AccountShelf();
      this.#accounts.set(id, shelf);
    }
    return shelf;
  }
}
