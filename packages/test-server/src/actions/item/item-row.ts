import { writeWallClock } from '@streamone/core';
import type { Item as WireItem } from '@streamone/core/catalogue';
import type { World } from '../../answer/world.js';
import { shownLink, shownLinks } from '../../media/shown-link.js';
import type { Item } from '../../state/media-records.js';
import type { Wire } from '../action-handler.js';

/** An item as it is sent. */
export type ItemRow = Wire<WireItem>;

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** A length of time as `H:MM:SS`. The form is not documented; this one is inferred. */
function writeDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
}

/**
 * Writes an item. Fields up to `account` are observed; those behind it, and the empty duration of an
 * item without a file, are inferred.
 */
export function itemRow(item: Item, timezone: string, { state, place }: Pick<World, 'state' | 'place'>): ItemRow {
  return {
    id: item.id,
    title: item.title,
    type: item.type,
    description: item.description,
    duration: item.duration === null ? '0:00:00' : writeDuration(item.duration),
    datecreated: writeWallClock(item.datecreated, timezone),
    dateaired: item.dateaired === null ? null : writeWallClock(item.dateaired, timezone),
    views: item.views,
    keywords: item.keywords,
    selectedthumbnailurl: shownLink(item.selectedthumbnailurl, place.url),
    medialink: shownLinks(item.medialink, place.url),
    account: { id: item.account, name: state.accounts.get(item.account)?.name ?? '' },
    datemodified: writeWallClock(item.datemodified, timezone),
    author: item.author,
    copyright: item.copyright,
    externalid: item.externalid,
    externallink: item.externallink,
    securityprofile: item.securityprofile,
    livestream: item.livestream,
    archived: item.archived,
    protected: item.protected,
    vrtype: item.vrtype,
  };
}

/** The same with its files. That it has them under `files` is documented; the fields of a file are inferred. */
export function itemRowWithFiles(item: Item, timezone: string, world: Pick<World, 'state' | 'place'>): ItemRow {
  const files = [...world.state.files]
    .filter((file) => file.item === item.id && file.kind === 'media')
    .map(({ id, name, type, size, duration }) => ({ id, name, type, size, duration }));
  return Object.assign(itemRow(item, timezone, world), { files });
}
