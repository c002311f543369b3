import type { UploadFields, UploadOptions, Uploaded } from './upload-options.js';

/** What a client for browsers can do beside calls. */
export interface Uploads {
  /**
   * Uploads a file of the page's, through the gateway unless told otherwise. The item is archived unless
   * `archived: false` is given. Nothing is tried again: the file may have arrived.
   *
   * Rejects with the ApiError of the code that the platform gives, a TransportError, or an InvalidArgumentError.
   */
  upload(file: Blob, fields?: UploadFields, options?: UploadOptions): Promise<Uploaded>;
}
