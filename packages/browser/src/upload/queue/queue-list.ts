import type { QueueEntry } from './queue-entry.js';

const byAge = (one: QueueEntry, other: QueueEntry): number => one.added - other.added;

/** The entries of a queue and who listens to them. A list is never changed: a change makes another one. */
export class QueueList {
  readonly #listeners = new Set<() => void>();
  #own: readonly QueueEntry[] = [];
  #others: readonly QueueEntry[] = [];
  #entries: readonly QueueEntry[] = [];

  /** Those of this page, and those that others work on. The same array until something changes. */
  get entries(): readonly QueueEntry[] {
    return this.#entries;
  }

  /** Those that this page works on; nothing but {@link show} changes others. */
  get own(): readonly QueueEntry[] {
    return this.#own;
  }

  find(id: string): QueueEntry | undefined {
    return this.#own.find((entry) => entry.id === id);
  }

  /** Shows what other pages work on now. */
  show(others: readonly QueueEntry[]): void {
    this.#others = others;
    this.#set(this.#own);
  }

  /** Puts entries in, in the order in which they were added. */
  put(...added: readonly QueueEntry[]): void {
    const ids = new Set(added.map(({ id }) => id));
    this.#set([...this.#own.filter(({ id }) => !ids.has(id)), ...added]);
  }

  /** Changes an entry. @returns it as it is now; `undefined` where there is none */
  change(id: string, change: Partial<QueueEntry>): QueueEntry | undefined {
    const found = this.find(id);
    if (found === undefined) return undefined;
    const changed = { ...found, ...change };
    this.#set(this.#own.map((entry) => (entry === found ? changed : entry)));
    return changed;
  }

  remove(ids: ReadonlySet<string>): void {
    this.#set(this.#own.filter(({ id }) => !ids.has(id)));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Tells the listeners, as of something beside the entries. */
  tell(): void {
    for (const listener of this.#listeners) {
      try {
        listener();
      } catch {
        // A listener that throws must not stop the uploads, nor keep the others from hearing.
      }
    }
  }

  #set(own: readonly QueueEntry[]): void {
    this.#own = own.toSorted(byAge);
    const ids = new Set(own.map(({ id }) => id));
    this.#entries = [...own, ...this.#others.filter(({ id }) => !ids.has(id))].toSorted(byAge);
    this.tell();
  }
}
