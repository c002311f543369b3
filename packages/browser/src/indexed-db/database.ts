/** The result of a request of IndexedDB. */
export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB gave no reason')));
  });
}

/** Waits until all of a transaction is done. */
export function doneWith(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('IndexedDB gave no reason')));
  });
}

/** A database that is opened when it is first used, and again after the browser or another page closed it. */
export class Database {
  readonly #name: string;
  readonly #upgrade: (database: IDBDatabase) => void;
  #opening: Promise<IDBDatabase> | undefined;

  /** @param upgrade makes what is in it, at the first use of this name */
  constructor(name: string, upgrade: (database: IDBDatabase) => void) {
    this.#name = name;
    this.#upgrade = upgrade;
  }

  /** Rejects where the browser has no IndexedDB, or forbids it. */
  open(): Promise<IDBDatabase> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  async #open(): Promise<IDBDatabase> {
    const forget = (): void => {
      this.#opening = undefined;
    };
    try {
      const request = indexedDB.open(this.#name, 1);
      request.addEventListener('upgradeneeded', () => this.#upgrade(request.result));
      const database = await resultOf(request);
      database.addEventListener('close', forget);
      // Else this page would keep another from deleting it.
      database.addEventListener('versionchange', () => {
        database.close();
        forget();
      });
      return database;
    } catch (error) {
      forget();
      throw error;
    }
  }
}
