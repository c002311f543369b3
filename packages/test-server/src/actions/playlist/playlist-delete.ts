import { playlistDelete } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { findPlaylist } from './find-playlist.js';

/** Answers `playlist/delete`: it goes with its entries, and nothing is shown (inferred). */
export const answerPlaylistDelete = handler(playlistDelete, (call) => {
  call.state.playlists.remove(findPlaylist(call).id);
  return { body: null };
});
