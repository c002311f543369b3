import { createClient } from '@streamone/browser';
import { itemCommand } from '@streamone/core/catalogue';

const client = createClient({ commands: [itemCommand] });
const items = await client.item.view({ limit: 1 });
const session = await client.resume();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
self.postMessage({ items: items.length, session, can: await client.can('item-read') });
