import type { BaseClient } from '@streamone/client/runtime';
import type { UploadRelay } from './relay-upload.js';
import type { Uploaded } from './upload-options.js';
import type { Uploads } from './uploads.js';

/** What a client has for uploads; loaded when it is first asked for. */
export function uploadMembers(relay?: UploadRelay) {
  return {
    upload: async (client: BaseClient, ...given: Parameters<Uploads['upload']>): Promise<Uploaded> => {
      const { upload } = await import('./upload.js');
      return upload(client, relay, ...given);
    },
  };
}
