import { itemMediaLink, posterPath } from '../../media/item-links.js';
import type { SeededRandom } from '../../random/seeded-random.js';
import type { Item } from '../../state/media-records.js';
import type { StudioItem } from './studio-item.js';

/** Where the items of the studio belong. */
export interface ItemOwner {
  /** ID of the account. */
  readonly account: string;
  /** IDs of the users who made them. */
  readonly users: readonly string[];
  /** ID of the account's live stream; `null` without one. */
  readonly livestream: string | null;
  /** IDs of the account's categories. */
  readonly categories: readonly string[];
}

const DAY = 86_400;

function pick<T>(list: readonly T[], random: SeededRandom): T | undefined {
  return list[random.integer(0, list.length - 1)];
}

/** Makes an item of the studio: what is told about it, and the rest (ID, time of day, views) from the seed. */
export function makeItem(told: StudioItem, owner: ItemOwner, random: SeededRandom): Item {
  const id = random.id();
  const made = new Date(`${told.made}T00:00:00Z`).getTime() + random.integer(7 * 3600, 17 * 3600) * 1000;
  const modified = made + random.integer(0, 30 * DAY) * 1000;
  const type = told.type ?? 'video';
  const { account } = owner;
  const { title } = told;
  const category = pick(owner.categories, random);
  return {
    id,
    title,
    type,
    description: told.description ?? null,
    duration: told.duration,
    datecreated: new Date(made),
    datemodified: new Date(modified),
    dateaired: told.aired === undefined ? null : new Date(told.aired),
    views: told.archived ? random.integer(0, 40) : random.integer(0, 25_000),
    keywords: told.keywords?.split(',') ?? [],
    selectedthumbnailurl: type === 'audio' ? null : posterPath(account, 'item', id),
    medialink: itemMediaLink({ id, account, title, type }, type === 'audio' ? 'm4a' : 'mp4'),
    account,
    user: pick(owner.users, random) ?? null,
    author: told.author ?? null,
    copyright: told.author === undefined ? null : 'Studio Zuidwester',
    externalid: told.externalid ?? null,
    externallink: told.externalid === undefined ? null : `https://studio.example/${told.externalid.toLowerCase()}`,
    securityprofile: null,
    livestream: told.live ? owner.livestream : null,
    categories: category === undefined ? [] : [category],
    archived: told.archived ?? false,
    protected: false,
    vrtype: null,
  };
}
