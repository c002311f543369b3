import type { GatewayClient, UserClient } from '../../browser-client.js';
import type { UploadFields } from '../upload-options.js';
import { indexedDbUploadStore } from './indexed-db-upload-store.js';
import type { QueueEntry } from './queue-entry.js';
import { QueueRunner } from './queue-runner.js';
import type { UploadStore } from './upload-store.js';

/** What a queue is made of. */
export interface UploadQueueOptions {
  /** Sends the files, for the person whom the queue belongs to. */
  readonly client: GatewayClient | UserClient;
  /** Where it is kept; in IndexedDB unless given. */
  readonly store?: UploadStore | undefined;
  /** How many files are sent at a time; 2 unless given. */
  readonly concurrency?: number | undefined;
  /** Whom the queue belongs to: nobody else sees it. Who is logged in unless given, which a client with a key has to. */
  readonly person?: string | undefined;
  /** Told of what the store could not do, as where it is full: the queue goes on, and may not survive a reload. */
  readonly onStoreError?: ((error: unknown) => void) | undefined;
}

/** What goes with the files that are added. */
export interface AddOptions {
  readonly fields?: UploadFields | undefined;
  /** The account that they go to; the client's own unless given. */
  readonly account?: string | undefined;
}

/**
 * Files that are uploaded one after another, and what became of each; it survives a reload. What another tab works on is
 * shown here and left alone, until that tab is gone.
 */
export interface UploadQueue {
  /**
   * All entries, in the order in which they were added; also those that other tabs work on, which are `elsewhere`. The same
   * array until something changes.
   */
  readonly entries: readonly QueueEntry[];
  /** Whether it begins no further file. */
  readonly paused: boolean;
  /** Settles once what an earlier page left is there. */
  readonly ready: Promise<void>;
  /** Tells of every change of `entries` and `paused`. @returns what ends the telling */
  subscribe(listener: () => void): () => void;
  /**
   * Adds files; handles, where the browser has them (`getAsFileSystemHandle` of a drop, `showOpenFilePicker`), spare
   * the person from picking them again after a reload. A file that is in the queue already, by name, size and time of its
   * last change, is not added again unless it failed or was cancelled; nor is one that is in another tab's.
   *
   * Once it settles, and not before the entries are shown, the store has them: a page that is loaded again or crashes then
   * loses none. Rejects, with none of them added, where a handle leads to no file any more or the queue was closed.
   *
   * @returns the IDs of their entries, in the order of the files
   */
  add(files: Iterable<File | FileSystemFileHandle>, options?: AddOptions): Promise<readonly string[]>;
  /** Begins no further file; those under way go on. */
  pause(): void;
  /** Goes on. */
  resume(): void;
  /** Ends an upload, or takes it out of its turn. */
  cancel(id: string): void;
  /** Sends a file that failed, was cancelled, or whose outcome is not known. */
  retry(id: string): void;
  /**
   * Gives files back to entries that need them (`needs-file`), each to the one that it was. Without files, the browser
   * asks the person whether the page may read those that it has handles to; only upon a click or a key.
   *
   * @returns how many entries got theirs
   */
  provide(files?: Iterable<File>): Promise<number>;
  /** Takes an entry out, whatever it is. What is under way is ended. */
  forget(id: string): Promise<void>;
  /** Takes out what is done, but for what another tab did. */
  clear(): Promise<void>;
  /** Ends all uploads and lets another page take the queue over. For when the queue is no longer shown. */
  close(): void;
}

/**
 * Makes a queue of uploads for the person of a client. Entries that an earlier page left are there again: those that
 * waited wait again, or need their file; one that was under way is `unknown`. At logout the queue and its store are
 * emptied. Where somebody else logs in, in another tab too, it is closed and what is in it stays for its person: they need a
 * queue of their own.
 *
 * @throws InvalidArgumentError for a setting that is wrong
 */
export function uploadQueue({ store = indexedDbUploadStore(), ...options }: UploadQueueOptions): UploadQueue {
  return new QueueRunner({ ...options, store });
}
