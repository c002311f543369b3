import type { Item } from './media-records.js';

/** What items can be ordered by. */
export type ItemOrder = 'created' | 'modified' | 'aired' | 'title';

// A missing date comes first, as in MySQL (inferred).
const keys: Readonly<Record<ItemOrder, (item: Item) => number | string>> = {
  created: (item) => item.datecreated.getTime(),
  modified: (item) => item.datemodified.getTime(),
  aired: (item) => item.dateaired?.getTime() ?? Number.NEGATIVE_INFINITY,
  title: (item) => item.title,
};

function comparison(order: ItemOrder): (a: Item, b: Item) => number {
  const key = keys[order];
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left !== right) return left < right ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  };
}

/** Merges two sorted lists. */
function merged(left: readonly Item[], right: readonly Item[], order: ItemOrder): readonly Item[] {
  const compare = comparison(order);
  const out: Item[] = [];
  let at = 0;
  for (const item of left) {
    for (let other = right[at]; other !== undefined && compare(other, item) < 0; other = right[++at]) out.push(other);
    out.push(item);
  }
  for (; at < right.length; at++) {
    const other = right[at];
    if (other !== undefined) out.push(other);
  }
  return out;
}

/**
 * Items by account, each account's in every order that was asked for. A list is sorted when it is
 * first asked for and again after a change, never for a request that changed nothing.
 */
export class ItemShelf {
  readonly #accounts = new Map<
    string,
    { readonly items: Map<string, Item>; sorted: Map<ItemOrder, readonly Item[]> }
  >();

  /** Puts an item in, out, or another in its place. */
  changed(before: Item | undefined, after: Item | undefined): void {
    if (before !== undefined) {
      const shelf = this.#account(before.account);
      shelf.items.delete(before.id);
      shelf.sorted.clear();
    }
    if (after === undefined) return;
    const shelf = this.#account(after.account);
    shelf.items.set(after.id, after);
    shelf.sorted.clear();
  }

  /** The items of some accounts in an order; equal ones by ID, so that pages never overlap. */
  ordered(accounts: readonly string[], order: ItemOrder): readonly Item[] {
    const [first = '', ...rest] = accounts;
    return rest.reduce(
      (list, account) => merged(list, this.#sorted(account, order), order),
      this.#sorted(first, order),
    );
  }

  #sorted(account: string, order: ItemOrder): readonly Item[] {
    const shelf = this.#account(account);
    let list = shelf.sorted.get(order);
    if (list === undefined) {
      list = [...shelf.items.values()].sort(comparison(order));
      shelf.sorted.set(order, list);
    }
    return list;
  }

  #account(id: string): { readonly items: Map<string, Item>; sorted: Map<ItemOrder, readonly Item[]> } {
    let shelf = this.#accounts.get(id);
    if (shelf === undefined) {
      shelf = { items: new Map(), sorted: new Map() };
      this.#accounts.set(id, shelf);
    }
    return shelf;
  }
}
