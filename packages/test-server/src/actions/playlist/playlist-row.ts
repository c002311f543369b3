import { writeWallClock } from '@streamone/core';
import type { Playlist, PlaylistEntry } from '../../state/list-records.js';
import type { State } from '../../state/state.js';
import { byPosition } from '../position.js';

/** An entry as it is sent; one of `item` and `livestream` is null. The form is not known (inferred). */
export function entryRow({ id, position, item, livestream, fields }: PlaylistEntry): object {
  return { ...fields, id, position, item, livestream };
}

/** A playlist as it is sent, its entries by position. The form is not known (inferred). */
export function playlistRow(playlist: Playlist, timezone: string, { users }: State): object {
  const maker = playlist.user === null ? undefined : users.get(playlist.user);
  return {
    ...playlist.fields,
    id: playlist.id,
    title: playlist.title,
    datecreated: writeWallClock(playlist.datecreated, timezone),
    datemodified: writeWallClock(playlist.datemodified, timezone),
    user: maker === undefined ? null : { id: maker.id, username: maker.username },
    entries: byPosition(playlist.entries).map(entryRow),
  };
}
