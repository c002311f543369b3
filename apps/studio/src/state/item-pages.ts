import type { Item, ItemViewArguments } from '@streamone/core/catalogue';
import { signal } from '@preact/signals';
import { client } from '../client.ts';
import { isAbsence } from './is-absence.ts';
import { standing } from './session.ts';

/** How many items are asked for at a time: a screen and a half of a large one. */
const SIZE = 48;
/** How many pages are kept at most; those that are farthest from what is looked at go first. */
const KEPT = 60;

const pageOf = (index: number): number => Math.floor(index / SIZE);

/** The items of a list, of which those are loaded that somebody looks at. */
export class ItemPages {
  /** How many there are in all; `undefined` until the first answer. */
  readonly total = signal<number | undefined>(undefined);
  /** Why a page that is looked at did not come. */
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
  readonly #failed = new Map<number, unknown>();
  /** The pages that are looked at. */
  #wanted: readonly number[] = [0];

  constructor(args: ItemViewArguments, account: string) {
    this.#arguments = args;
    this.#account = account;
  }

  /** The item at a place, where it is there by now. */
  at(index: number): Item | undefined {
    return this.#pages.get(pageOf(index))?.[index % SIZE];
  }

  /** The item of an ID, where it is there. */
  find(id: string): Item | undefined {
    for (const page of this.#pages.values()) {
      const found = page.find((item) => item.id === id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * Loads what is looked at; ends the loading of what no longer is.
   *
   * @param kept the place of one that is drawn though it is far away, since it has the focus
   */
  want(first: number, last: number, kept = first): void {
    const from = pageOf(first);
    const pages = Array.from({ length: pageOf(Math.max(first, last)) - from + 1 }, (_, at) => from + at);
    this.#wanted = pages.includes(pageOf(kept)) ? pages : [...pages, pageOf(kept)];
    for (const [page, controller] of this.#loading) if (this.#distance(page) > 1) controller.abort();
    this.#tellFailure();
    for (const page of this.#wanted) void this.#load(page);
  }

  /** Tries again what failed. */
  retry(): void {
    this.#failed.clear();
    this.#tellFailure();
    for (const page of this.#wanted) void this.#load(page);
  }

  /** Asks anew for what is looked at, without taking away what is there. */
  async refresh(): Promise<void> {
    const wanted = this.#wanted;
    for (const page of this.#pages.keys()) if (!wanted.includes(page)) this.#pages.delete(page);
    for (const page of wanted) await this.#load(page, true);
  }

  /** Ends all loading. */
  stop(): void {
    for (const controller of this.#loading.values()) controller.abort();
  }

  async #load(page: number, anew = false, isLast = false): Promise<void> {
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
      this.#failed.delete(page);
      this.version.value++;
    } catch (error) {
      if (!controller.signal.aborted) this.#failed.set(page, error);
    } finally {
      this.#loading.delete(page);
    }
    // Refused for a session that had ended, and told when the person was signed in again: it is asked for by the new one.
    if (!isLast && isAbsence(this.#failed.get(page)) && standing.peek() === 'in') {
      this.#failed.delete(page);
      await this.#load(page, anew, true);
    }
    this.#tellFailure();
  }

  /** Of pages that nobody looks at any more nothing is told: they are asked for again when somebody does. */
  #tellFailure(): void {
    for (const page of this.#failed.keys()) if (!this.#wanted.includes(page)) this.#failed.delete(page);
    const [failure] = this.#failed.values();
    this.failure.value = failure;
  }

  /** How many pages a page is from the next that is looked at. */
  #distance(page: number): number {
    return Math.min(...this.#wanted.map((wanted) => Math.abs(page - wanted)));
  }

  #forgetFar(): void {
    const far = [...this.#pages.keys()].sort((one, other) => this.#distance(other) - this.#distance(one));
    for (const page of far.slice(0, Math.max(0, far.length - KEPT))) this.#pages.delete(page);
  }
}
