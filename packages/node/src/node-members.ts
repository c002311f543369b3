import type { StreamOneClient } from '@streamone/client';
import type { Item } from '@streamone/core/catalogue';
import type { PoolTransportOptions } from './transport/pool-transport.js';
import type { Uploaded } from './upload/upload-options.js';
import type { Uploads } from './upload/uploads.js';

/** What the clients of this runtime have beside those of every runtime. It is loaded when it is first asked for. */
export function nodeMembers({ ca, proxy }: Pick<PoolTransportOptions, 'ca' | 'proxy'>) {
  return {
    upload: async (client: StreamOneClient, ...given: Parameters<Uploads['upload']>): Promise<Uploaded> => {
      const [source, fields, options] = given;
      const [{ upload }, { uploadConnection }] = await Promise.all([
        import('./upload/upload.js'),
        import('./upload/upload-connection.js'),
      ]);
      return upload(client, source, fields, options, { connectionTo: (url) => uploadConnection(url, { ca, proxy }) });
    },
    waitForItem: async (client: StreamOneClient, ...given: Parameters<Uploads['waitForItem']>): Promise<Item> => {
      const { waitForItem } = await import('./upload/wait-for-item.js');
      return waitForItem(client, ...given);
    },
  };
}
