import type { Item } from '@streamone/core/catalogue';
import type { UploadFields, UploadOptions, UploadSource, Uploaded } from './upload-options.js';
import type { WaitForItemOptions } from './wait-for-item.js';

/** What a client for Node can do beside calls. */
export interface Uploads {
  /**
   * Uploads a file: from its path, a Blob, or a stream of known size; at constant memory, however large it is. The item
   * is archived unless `archived: false` is given. A connection that could not be made is tried again, nothing else.
   *
   * Rejects with the ApiError of the code that the platform gives, a TransportError, or an InvalidArgumentError when
   * the source can't be read.
   */
  upload(source: UploadSource, fields?: UploadFields, options?: UploadOptions): Promise<Uploaded>;
  /** Asks for an item until it can be played, or is as `until` wants it. */
  waitForItem(itemId: string, options?: WaitForItemOptions): Promise<Item>;
}
