import type { QueueEntry } from './queue-entry.js';

/** The entries of a queue and who listens to them. A list is never changed: a change makes another one. */
export class QueueList {
  readonly #listeners = new Set<() => void>();
  #entries: readonly QueueEntry[] = [];

  /** The same array until something changes. */
  get entries(): readonly QueueEntry[] {
    return this.#entries;
  }

  find(id: string): QueueEntry | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }

  /** Puts entries in, in the order in which they were added. */
  put(...added: readonly QueueEntry[]): void {
    const ids = new Set(added.map(({ id }) => id));
    const others = this.#entries.filter(({ id }) => !ids.has(id));
    this.#set([...others, ...added].toSorted((one, other) => one.added - other.added));
  }

  /** Changes an entry. @returns it as it is now; `undefined` where there is none */
  change(id: string, change: Partial<QueueEntry>): QueueEntry | undefined {
    const found = this.find(id);
    if (found === undefined) return undefined;
    const changed = { ...found, ...change };
    this.#set(this.#entries.map((entry) => (entry === found ? changed : entry)));
    return changed;
  }

  remove(ids: ReadonlySet<string>): void {
    this.#set(this.#entries.filter(({ id }) => !ids.has(id)));
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

  #set(entries: readonly QueueEntry[]): void {
    this.#entries = entries;
    this.tell();
  }
}
