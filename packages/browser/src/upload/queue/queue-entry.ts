import type { UploadFields } from '../upload-options.js';

/**
 * What has become of a file in a queue:
 *
 * - `waiting` for its turn, or for the queue to go on;
 * - `uploading`;
 * - `done`: it is there, as `itemId`; never sent again;
 * - `failed`: refused, or not sent; `retry` sends it again;
 * - `cancelled` by the caller; `retry` sends it again;
 * - `unknown`: it may have arrived or not, as when the page went away or the line broke. It is not sent again by itself:
 *   look for it first, then `retry` or `forget`;
 * - `needs-file`: the page was loaded again and may not read the file until it is picked once more; `provide` takes it.
 */
export type QueueState = 'waiting' | 'uploading' | 'done' | 'failed' | 'cancelled' | 'unknown' | 'needs-file';

/** What a queue keeps of an error: it has to outlive the page. */
export interface QueueError {
  /** The name of its class, as `AccessDeniedError`. */
  readonly name: string;
  readonly message: string;
  /** The platform's status, where it refused. */
  readonly status?: number | undefined;
  /** Why the gateway refused, where it did. */
  readonly code?: string | undefined;
}

/** A file in a queue, as it is now. A change makes another object. */
export interface QueueEntry {
  readonly id: string;
  /** What the file is called. */
  readonly name: string;
  /** Its bytes. */
  readonly size: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly lastModified: number;
  /** What the upload tells of it. */
  readonly fields: UploadFields;
  /** The account that it goes to; the client's own unless given. */
  readonly account?: string | undefined;
  /** When it was added, in milliseconds since 1970. */
  readonly added: number;
  readonly state: QueueState;
  /** Bytes that have left in this try; not kept when the page goes away. */
  readonly sent: number;
  /** The item that it became, where that is known. */
  readonly itemId?: string | undefined;
  readonly fileId?: string | undefined;
  /** Why it failed, or why its outcome is not known. */
  readonly error?: QueueError | undefined;
  /** Whether another tab works on it: here it is only shown, without how far it is. */
  readonly elsewhere?: boolean | undefined;
}

/** An entry as a store keeps it. */
export interface StoredUpload extends Omit<QueueEntry, 'sent' | 'elsewhere'> {
  /** The page that works on it; when that is gone, another takes it over. */
  readonly owner: string;
  /** Leads to the file, where the browser has such a thing. */
  readonly handle?: FileSystemFileHandle | undefined;
}
