import { playlistRemoveentry } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { wholeSecond } from '../whole-second.js';
import { findEntry, findPlaylist } from './find-playlist.js';

/** Answers `playlist/removeentry`: a gap is left and nothing shifts (documented); nothing is shown (inferred). */
export const answerPlaylistRemoveentry = handler(playlistRemoveentry, (call) => {
  const playlist = findPlaylist(call);
  const { id } = findEntry(playlist, call);
  const entries = playlist.entries.filter((entry) => entry.id !== id);
  call.state.playlists.update(playlist.id, { entries, datemodified: wholeSecond(call.clock) });
  return { body: null };
});
