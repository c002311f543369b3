import { playlistEdit } from '@streamone/core/catalogue';
import { handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { wholeSecond } from '../whole-second.js';
import { findPlaylist } from './find-playlist.js';
import { OWN_FIELDS } from './own-fields.js';
import { playlistRow } from './playlist-row.js';

/** Answers `playlist/edit`: an empty title makes it the ID again, another empty argument takes its field away (inferred). */
export const answerPlaylistEdit = handler(playlistEdit, (call) => {
  const { arguments: given, clock, state, timezone } = call;
  const { id, title, fields } = findPlaylist(call);
  const open = new OpenArguments(given, timezone);
  const named = open.text('title');
  const edited = state.playlists.update(id, {
    title: named === undefined ? title : (named ?? id),
    fields: open.kept(OWN_FIELDS, fields),
    datemodified: wholeSecond(clock),
  });
  return { body: playlistRow(edited, timezone, state) };
});
