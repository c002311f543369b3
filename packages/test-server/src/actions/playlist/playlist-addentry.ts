import { playlistAddentry } from '@streamone/core/catalogue';
import { inputError } from '../../answer/input-error.js';
import { handler } from '../action-handler.js';
import { OpenArguments } from '../open-arguments.js';
import { readPosition } from '../position.js';
import { wholeSecond } from '../whole-second.js';
import { readEntryMedia } from './entry-media.js';
import { findPlaylist } from './find-playlist.js';
import { OWN_ENTRY_FIELDS } from './own-fields.js';
import { entryRow } from './playlist-row.js';

/** Answers `playlist/addentry`: the entry, at the end unless `position` says where; nothing shifts for it (inferred). */
export const answerPlaylistAddentry = handler(playlistAddentry, (call) => {
  const { arguments: given, clock, state, timezone } = call;
  const { id, entries } = findPlaylist(call);
  const open = new OpenArguments(given, timezone);
  const media = readEntryMedia(call);
  if (media === undefined) throw inputError('item', 'An entry needs an "item" or a "livestream".');
  const entry = {
    id: state.newId(),
    position: readPosition(open, entries),
    ...media,
    fields: open.kept(OWN_ENTRY_FIELDS),
  };
  state.playlists.update(id, { entries: [...entries, entry], datemodified: wholeSecond(clock) });
  return { body: entryRow(entry) };
});
