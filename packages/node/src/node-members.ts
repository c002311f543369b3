import type { StreamOneClient } from '@streamone/client';
import type { Item } from '@streamone/core/catalogue';
import type { ConnectionSettings } from './transport/connection-settings.js';
import type { Uploaded } from './upload/upload-options.js';
import type { Uploads } from './upload/uploads.js';

/**
 * What the clients of this runtime have beside those of every runtime. It is loaded when it is first asked for.
 *
 * @param settings how the client's own connections are made; those of uploads are made alike
 */
export function nodeMembers(settings: ConnectionSettings) {
  return {
    upload: async (client: StreamOneClient, ...given: Parameters<Uploads['upload']>): Promise<Uploaded> => {
      const [source, fields, options] = given;
      const [{ upload }, { uploadConnection }] = await Promise.all([
        import('./upload/upload.js'),
        import('./upload/upload-connection.js'),
      ]);
      return upload(client, source, fields, options, { connectionTo: (url) => uploadConnection(url, settings) });
    },
    waitForItem: async (client: StreamOneClient, ...given: Parameters<Uploads['waitForItem']>): Promise<Item> => {
      const { waitForItem } = await import('./upload/wait-for-item.js');
      return waitForItem(client, ...given);
    },
  };
}
