import { playlistEditentry } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { readPosition } from '../position.js';
import { wholeSecond } from '../whole-second.js';
import { readEntryMedia } from './entry-media.js';
import { findEntry, findPlaylist } from './find-playlist.js';
import { OWN_ENTRY_FIELDS } from './own-fields.js';
import { entryRow } from './playlist-row.js';

/** Answers `playlist/editentry`: its place (documented), what it plays, and what else is told of it (inferred). */
export const answerPlaylistEditentry = handler(playlistEditentry, (call) => {
  const { arguments: given, clock, state, timezone } = call;
  const playlist = findPlaylist(call);
  const before = findEntry(playlist, call);
  const open = new OpenArguments(given, timezone);
  const entry = {
    ...before,
    ...readEntryMedia(call),
    position: readPosition(open, playlist.entries, before.position),
    fields: open.kept(OWN_ENTRY_FIELDS, before.fields),
  };
  const entries = playlist.entries.map((one) => (one.id === entry.id ? entry : one));
  state.playlists.update(playlist.id, { entries, datemodified: wholeSecond(clock) });
  return { body: entryRow(entry) };
});
