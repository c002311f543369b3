import { writeWallClock } from '@streamone/core';
import type { Item as WireItem } from '@streamone/core/catalogue';
import type { Item } from '../../state/media-records.js';
import type { State } from '../../state/state.js';
import type { Wire } from '../action-handler.js';

/** An item as it is sent. */
export type ItemRow = Wire<WireItem>;

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** A length of time as `H:MM:SS`. The form is not documented; this one is inferred. */
export function writeDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
}

/**
 * Writes an item. Fields up to `account` are observed; those behind it, and the empty duration of an
 * item without a file, are inferred.
 */
export function itemRow(item: Item, timezone: string, state: State): ItemRow {
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
    selectedthumbnailurl: item.selectedthumbnailurl,
    medialink: item.medialink,
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

/** The same with its files. There are none: the fields of a file are not known (inferred). */
export function itemRowWithFiles(item: Item, timezone: string, state: State): ItemRow {
  return Object.assign(itemRow(item, timezone, state), { files: [] });
}
