import type { Item } from '../media-records.js';
import { type ItemColumn, createColumn } from './item-column.js';
import type { ColumnName } from './item-columns.js';
import type { ItemCondition } from './item-condition.js';
import { type ItemOrder, compareItems } from './item-order.js';
import { sortedSlots } from './sorted-slots.js';

/**
 * The items of one account. Each has a slot for as long as it is there. What lists ask for is kept by
 * slot and made when it is first asked for: the slots in an order, and columns of values, which are
 * much faster to go through than the items. A change touches what there is of them, and sorts nothing.
 */
export class AccountShelf {
  /** By slot; a slot that is free holds `undefined`. */
  readonly #items: (Item | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #orders = new Map<ItemOrder, number[]>();
  readonly #columns = new Map<ColumnName, ItemColumn>();
  /** Slots by ID, made when an item is first changed: most accounts are only filled. */
  #slots: Map<string, number> | undefined;

  /** Puts an item in. */
  add(item: Item): void {
    const slot = this.#free.pop() ?? this.#items.length;
    this.#items[slot] = item;
    this.#slots?.set(item.id, slot);
    this.#writeColumns(slot, item);
    for (const [order, slots] of this.#orders) slots.splice(this.#placeOf(item, order, slots), 0, slot);
  }

  /** Takes an item out. */
  remove(item: Item): void {
    const slot = this.#slotOf(item.id);
    for (const [order, slots] of this.#orders) slots.splice(this.#placeOf(item, order, slots), 1);
    this.#slots?.delete(item.id);
    this.#items[slot] = undefined;
    this.#free.push(slot);
  }

  /** Puts an item in the place of what it was before. */
  replace(before: Item, after: Item): void {
    const slot = this.#slotOf(before.id);
    const moved = [...this.#orders].filter(([order]) => compareItems(order, before, after) !== 0);
    for (const [order, slots] of moved) slots.splice(this.#placeOf(before, order, slots), 1);
    this.#items[slot] = after;
    this.#writeColumns(slot, after);
    for (const [order, slots] of moved) slots.splice(this.#placeOf(after, order, slots), 0, slot);
  }

  /** The slots of the items that pass every condition, in an order. Not to be changed. */
  select(order: ItemOrder, conditions: readonly ItemCondition[]): readonly number[] {
    const slots = this.#ordered(order);
    if (conditions.length === 0) return slots;
    // Values are looked at as they are in memory, however far apart their items are in the order.
    const passing = new Uint8Array(this.#items.length).fill(1);
    for (const condition of conditions) this.#strike(condition, passing);
    const selected: number[] = [];
    for (const slot of slots) if (passing[slot] === 1) selected.push(slot);
    return selected;
  }

  /** The item in a slot. */
  at(slot: number): Item {
    const item = this.#items[slot];
    if (item === undefined) throw new Error(`no item in slot ${slot}`);
    return item;
  }

  /** Takes out of those that pass the ones that don't pass a further condition. */
  #strike(condition: ItemCondition, passing: Uint8Array): void {
    const { values } = this.#column(condition.column);
    for (let slot = 0; slot < passing.length; slot++) {
      if (passing[slot] !== 1) continue;
      const value = values[slot];
      if (value === undefined || !condition.passes(value)) passing[slot] = 0;
    }
  }

  #ordered(order: ItemOrder): readonly number[] {
    let slots = this.#orders.get(order);
    if (slots === undefined) {
      slots = sortedSlots(this.#items, order);
      this.#orders.set(order, slots);
    }
    return slots;
  }

  #column(name: ColumnName): ItemColumn {
    let column = this.#columns.get(name);
    if (column === undefined) {
      column = createColumn(name, this.#items);
      this.#columns.set(name, column);
    }
    return column;
  }

  #writeColumns(slot: number, item: Item): void {
    for (const column of this.#columns.values()) column.write(slot, item);
  }

  /** Where an item is among slots in an order, or would be. */
  #placeOf(item: Item, order: ItemOrder, slots: readonly number[]): number {
    let [from, to] = [0, slots.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const slot = slots[middle];
      if (slot !== undefined && compareItems(order, this.at(slot), item) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #slotOf(id: string): number {
    if (this.#slots === undefined) {
      this.#slots = new Map();
      for (const [slot, item] of this.#items.entries()) if (item !== undefined) this.#slots.set(item.id, slot);
    }
    const slot = this.#slots.get(id);
    if (slot === undefined) throw new Error(`the item ${id} is on no shelf`);
    return slot;
  }
}
