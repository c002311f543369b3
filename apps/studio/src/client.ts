import { createClient } from '@streamone/browser';
import { itemView, livestreamView, userViewme } from '@streamone/core/catalogue';

/** The API through the site's own gateway: no key is in the page. */
export const client = createClient({ gateway: '/streamone', commands: [itemView, livestreamView, userViewme] });
