import type { Collection } from './collection.js';
import type { ItemShelf } from './item-shelf.js';
import type { Account, Application, Customer, Item, Role, User } from './records.js';

/** Everything that the server knows, and a test may read and change at any time. References are kept whole. */
export interface State {
  readonly customers: Collection<Customer>;
  readonly accounts: Collection<Account>;
  readonly roles: Collection<Role>;
  readonly users: Collection<User>;
  readonly applications: Collection<Application>;
  readonly items: Collection<Item>;
  /** The items by account, in every order that is asked for. The collection of items keeps it up to date. */
  readonly shelf: ItemShelf;
  /** While true, every write is refused with status 10. */
  readOnly: boolean;
  /** By how many seconds a timestamp may differ from the server's clock: 900 unless set. The platform's window is not known (inferred). */
  timestampWindow: number;
  /** The greatest `limit` of a page: 1000 unless set. The platform's is not known (inferred). */
  maxLimit: number;
  /** A new ID: the next that the seed gives. */
  newId(): string;
}
