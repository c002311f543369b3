import type { Item, ItemViewArguments } from '@streamone/core/catalogue';
import { signal } from '@preact/signals';
import { client } from '../client.ts';

/** How many items are asked for at a time: a screen and a half of a large one. */
const SIZE = 48;
/** How many pages are kept at most; those that are farthest from what is looked at go first. */
const KEPT = 60;

/** The items of a list, of which those are loaded that somebody looks at. */
export class ItemPages {
  /** How many there are in all; `undefined` until the first answer. */
  readonly total = signal<number | undefined>(undefined);
  /** Why the last page did not come. */
  readonly failure = signal<unknown>(undefined);
  /** Changes with each page that comes. */
  readonly version = signal(0);
  /** Where the list was left, in pixels. */
  scrolledTo = 0;
  /** The place of the item that was opened last, which the focus returns to. */
  opened: number | undefined;
  readonly #arguments: ItemViewArguments;
  readonly #account: string;
  readonly #pages = new Map<number, readonly Item[]>();
  readonly #loading = new Map<number, AbortController>();
  #wanted: readonly [number, number] = [0, 0];

  constructor(args: ItemViewArguments, account: string) {
    this.#arguments = args;
    this.#account = account;
  }

  /** The item at a place, where it is there by now. */
  at(index: number): Item | undefined {
    return this.#pages.get(Math.floor(index / SIZE))?.[index % SIZE];
  }

  /** The item of an ID, where it is there. */
  find(id: string): Item | undefined {
    for (const page of this.#pages.values()) {
      const found = page.find((item) => item.id === id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Loads what is looked at; ends the loading of what no longer is. */
  want(first: number, last: number): void {
    const [from, to] = [Math.floor(first / SIZE), Math.floor(Math.max(first, last) / SIZE)];
    this.#wanted = [from, to];
    for (const [page, controller] of this.#loading) if (page < from - 1 || page > to + 1) controller.abort();
    for (let page = from; page <= to; page++) void this.#load(page);
  }

  /** Tries again what failed. */
  retry(): void {
    this.failure.value = undefined;
    const [from, to] = this.#wanted;
    for (let page = from; page <= to; page++) void this.#load(page);
  }

  /** Asks anew for what is looked at, without taking away what is there. */
  async refresh(): Promise<void> {
    const [from, to] = this.#wanted;
    for (const page of this.#pages.keys()) if (page < from || page > to) this.#pages.delete(page);
    for (let page = from; page <= to; page++) await this.#load(page, true);
  }

  /** Ends all loading. */
  stop(): void {
    for (const controller of this.#loading.values()) controller.abort();
  }

  async #load(page: number, anew = false): Promise<void> {
    if (this.#loading.has(page) || (this.#pages.has(page) && !anew)) return;
    const controller = new AbortController();
    this.#loading.set(page, controller);
    try {
      const rows = await client.item.view(
        { ...this.#arguments, limit: SIZE, offset: page * SIZE },
        { signal: controller.signal, account: this.#account },
      );
      this.#pages.set(page, rows);
      this.#forgetFar();
      this.total.value = rows.total ?? rows.length;
      this.failure.value = undefined;
      this.version.value++;
    } catch (error) {
      if (!controller.signal.aborted) this.failure.value = error;
    } finally {
      this.#loading.delete(page);
    }
  }

  #forgetFar(): void {
    const [from] = this.#wanted;
    const far = [...this.#pages.keys()].sort((one, other) => Math.abs(other - from) - Math.abs(one - from));
    for (const page of far.slice(0, Math.max(0, far.length - KEPT))) this.#pages.delete(page);
  }
}
