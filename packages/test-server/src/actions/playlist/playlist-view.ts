import { playlistView } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { isMaker } from './find-playlist.js';
import { playlistRow } from './playlist-row.js';

/** Answers `playlist/view`: the caller's own playlists, or those of them that `playlist` names (inferred). */
export const answerPlaylistView = handler(playlistView, ({ arguments: given, caller, state, timezone }) => {
  const wanted = new OpenArguments(given, timezone).hashes('playlist');
  const list = [...state.playlists].filter(
    (playlist) => isMaker(playlist, caller) && (!wanted || wanted.includes(playlist.id)),
  );
  return { body: list.map((playlist) => playlistRow(playlist, timezone, state)) };
});
