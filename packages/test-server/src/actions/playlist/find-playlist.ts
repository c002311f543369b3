import { Status } from '@streamone/core';
import type { Caller } from '../../answer/authenticate.js';
import type { Playlist, PlaylistEntry } from '../../state/list-records.js';
import { type ActionCall } from '../action-handler.js';
import { findRecord } from '../find-record.js';
import { findWithin } from '../find-within.js';
import { OpenArguments } from '../open-arguments.js';

/** Whether a playlist is the caller's: it belongs to the user who made it (documented), in a session or not. */
export function isMaker({ user, application }: Playlist, caller: Caller): boolean {
  return (caller.type === 'application' ? application : user) === caller.record.id;
}

/** Finds the playlist that `playlist` names. @throws Refusal with 220 for one that is unknown or somebody else's (inferred). */
export function findPlaylist(call: ActionCall<object>): Playlist {
  const { arguments: given, caller, state, timezone } = call;
  return findRecord(state.playlists, {
    argument: 'playlist',
    id: new OpenArguments(given, timezone).hash('playlist'),
    status: Status.PLAYLIST_NOT_FOUND,
    fits: (playlist) => isMaker(playlist, caller),
  });
}

/** Finds the entry of a playlist that `entry` names. @throws Refusal with 230 for one that is not in it (inferred). */
export function findEntry({ entries }: Playlist, { arguments: given, timezone }: ActionCall<object>): PlaylistEntry {
  const id = new OpenArguments(given, timezone).hash('entry');
  return findWithin(entries, { argument: 'entry', id, status: Status.PLAYLIST_ENTRY_NOT_FOUND });
}
